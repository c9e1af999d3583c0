import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type PasteTarget, placeTable } from '#admin/sheet/clipboard/place.ts'

const names = ['name', 'phone', 'email', 'level']
const at = (target: Partial<PasteTarget>) => ({
  names,
  selected: ['phone'],
  firstRow: 1,
  rowCount: 1,
  totalRows: 4,
  ...target,
})
const placed = (rows: (string | undefined)[][], target: Partial<PasteTarget> = {}) => {
  const { texts, surplusRows, surplusColumns } = placeTable({ rows }, at(target))
  return { cells: texts.map(({ row, name, text }) => `${row} ${name} ${text}`), surplusRows, surplusColumns }
}

test('a table goes from the first selected cell on, in reading order', () => {
  expect(
    placed([
      ['a', 'b'],
      ['c', 'd'],
    ]).cells,
  ).toEqual(['1 phone a', '1 email b', '2 phone c', '2 email d'])
})

test('one value fills the whole selected range', () => {
  const { cells } = placed([['x']], { selected: ['phone', 'email'], rowCount: 2 })
  expect(cells).toEqual(['1 phone x', '1 email x', '2 phone x', '2 email x'])
})

test('a table is repeated over a range that it fits several times, and over no other', () => {
  expect(placed([['a'], ['b']], { firstRow: 0, rowCount: 4 }).cells).toEqual([
    '0 phone a',
    '1 phone b',
    '2 phone a',
    '3 phone b',
  ])
  expect(placed([['a'], ['b']], { firstRow: 0, rowCount: 3 }).cells).toEqual(['0 phone a', '1 phone b'])
})

test('rows below the list and columns beyond the last are counted, where they hold a text', () => {
  const { cells, ...surplus } = placed(
    [
      ['a', '1', '2'],
      ['b', '', '3'],
      ['', '', ''],
    ],
    { selected: ['email'], firstRow: 3 },
  )
  expect(cells).toEqual(['3 email a', '3 level 1'])
  expect(surplus).toEqual({ surplusRows: 1, surplusColumns: 1 })
})

test('a covered cell leaves what stands there as it is', () => {
  expect(
    placed([
      ['a', undefined],
      [undefined, 'd'],
    ]).cells,
  ).toEqual(['1 phone a', '2 email d'])
})

test('every pasted text is placed or counted', () => {
  const table = fc.array(fc.array(fc.constantFrom('', 'x', undefined), { minLength: 1, maxLength: 6 }), {
    minLength: 1,
    maxLength: 6,
  })
  fc.assert(
    fc.property(table, fc.nat(3), fc.constantFrom(...names), (rows, firstRow, name) => {
      const { texts, surplusRows, surplusColumns } = placeTable({ rows }, at({ firstRow, selected: [name] }))
      const shown = texts.filter(({ text }) => text !== '').length
      const all = rows.flat().filter((text) => text).length
      expect(shown === all || surplusRows + surplusColumns > 0).toBe(true)
      expect(new Set(texts.map(({ row, name }) => `${row} ${name}`)).size).toBe(texts.length)
    }),
  )
})
