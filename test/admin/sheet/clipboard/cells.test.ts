import { expect, test } from 'vitest'
import { areaOf } from '#admin/sheet/clipboard/area.ts'
import { clearing, filling } from '#admin/sheet/clipboard/cellChanges.ts'
import { leftOutText } from '#admin/sheet/clipboard/leftOut.ts'
import { readRows } from '#admin/sheet/clipboard/readRows.ts'
import type { CellGround } from '#admin/sheet/edit/cells.ts'
import { placeAfter, refusedPlaces } from '#admin/sheet/entries/refusedPlaces.ts'
import { readingOrder } from '#admin/sheet/readingOrder.ts'
import { type SheetRow, unreadRow } from '#admin/sheet/rows.ts'
import { integer, required, text } from '#shared/declaration/field.ts'

const fields = { name: required(text()), phone: text(), level: integer(), number: text() }
const names = Object.keys(fields)
const rows: SheetRow[] = [1, 2, 3, 4].map((n) => ({
  id: `row_${n}`,
  name: `N${n}`,
  phone: `P${n}`,
  level: n,
  number: `#${n}`,
}))
const columnOf = (name: string) => ({ name, field: fields[name as 'name'], isEditable: name !== 'number' })
const ground = (own: Partial<CellGround> = {}): CellGround => ({
  rows,
  columnOf,
  contextOf: () => ({ locale: 'en', zone: 'UTC', currency: 'SAR' }) as ReturnType<CellGround['contextOf']>,
  enteredOf: () => undefined,
  ...own,
})
const area = (from: string, to: string, firstRow: number, lastRow: number) => ({
  names: names.slice(names.indexOf(from), names.indexOf(to) + 1),
  firstRow,
  lastRow,
})
const written = (cells: ReturnType<typeof filling>) =>
  cells.map(({ row, name, entered }) => `${row.id} ${name} ${entered}`)

test('emptying leaves what needs a value or is only read, and says which columns', () => {
  const { cells, kept } = clearing(area('name', 'number', 0, 1), ground())
  expect(cells.map(({ row, name }) => `${row.id} ${name}`)).toEqual([
    'row_1 phone',
    'row_1 level',
    'row_2 phone',
    'row_2 level',
  ])
  expect(kept).toEqual(['name', 'number'])
})

test('an empty cell is not emptied, unless a refused text stands in it', () => {
  const bare = { rows: [{ id: 'row_1' }] }
  expect(clearing(area('phone', 'phone', 0, 0), ground(bare)).cells).toEqual([])
  expect(clearing(area('phone', 'phone', 0, 0), ground({ ...bare, enteredOf: () => '12' })).cells).toHaveLength(1)
})

test('a range is copied downwards, upwards and sideways, with values as they are', () => {
  const source = area('phone', 'level', 1, 1)
  expect(written(filling(source, area('phone', 'level', 1, 2), names, ground()))).toEqual([
    'row_3 phone P2',
    'row_3 level 2',
  ])
  expect(written(filling(source, area('phone', 'level', 0, 1), names, ground()))).toEqual([
    'row_1 phone P2',
    'row_1 level 2',
  ])
  expect(filling(area('level', 'level', 0, 0), area('phone', 'level', 0, 0), names, ground())).toMatchObject([
    { name: 'phone', entered: '1' },
  ])
})

test('two rows drawn out over more repeat in turn', () => {
  const cells = filling(area('phone', 'phone', 0, 1), area('phone', 'phone', 0, 3), names, ground())
  expect(written(cells)).toEqual(['row_3 phone P1', 'row_4 phone P2'])
})

test.each([false, true])('a range of the grid is its columns in reading order, right to left %s', (isRtl) => {
  const order = readingOrder(
    ['__select', ...names].map((prop) => ({ prop })),
    isRtl,
  )
  const [phone, level] = [order.placeOf('phone')?.x ?? -1, order.placeOf('level')?.x ?? -1]
  const range = { x: Math.min(phone, level), x1: Math.max(phone, level), y: 2, y1: 3 }
  expect(areaOf(range, 'rgCol', order)).toEqual({ names: ['phone', 'level'], firstRow: 2, lastRow: 3 })
})

test('refused cells are gone through in reading order, and from the last to the first again', () => {
  const cells = (
    [
      ['row_3', 'phone'],
      ['row_1', 'level'],
      ['row_1', 'phone'],
      ['gone', 'phone'],
    ] as const
  ).map(([id, field]) => ({
    ...{ id, field, before: '', stored: '', why: '' },
  }))
  const places = refusedPlaces(cells, rows, names)
  expect(places.map(({ row, name }) => `${row} ${name}`)).toEqual(['0 phone', '0 level', '2 phone'])
  expect(placeAfter(places, { row: 0, name: 'phone' }, names)).toEqual({ row: 0, name: 'level' })
  expect(placeAfter(places, { row: 2, name: 'phone' }, names)).toEqual({ row: 0, name: 'phone' })
})

test('rows that nobody has looked at are read before they are written, and those that cannot be read stay unread', async () => {
  const pager = { rows: Array<SheetRow>(3).fill(unreadRow), state: 'read' as 'read' | 'failed', look: async () => {} }
  pager.look = async () => {
    pager.rows = rows.slice(0, 3)
  }
  expect(await readRows(pager, 0, 2)).toHaveLength(3)
  const failed = { rows: [unreadRow], state: 'failed' as const, look: async () => {} }
  expect(await readRows(failed, 0, 0)).toEqual([unreadRow])
})

test('what was left out is one sentence, and nothing when all was pasted', () => {
  const words = {
    t: (key: string, options?: { smart_count?: number; parts?: string; names?: string }) =>
      `${key} ${options?.smart_count ?? options?.parts ?? options?.names ?? ''}`,
  }
  const none = { surplusRows: 0, surplusColumns: 0, readOnly: [], required: [], hidden: 0, unreadRows: 0 }
  expect(leftOutText(words, none)).toBeUndefined()
  expect(leftOutText(words, { ...none, surplusRows: 2, readOnly: ['Number'] })).toMatch(
    /surplusRows 2.*readOnly Number/,
  )
})
