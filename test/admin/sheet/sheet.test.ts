import { expect, test } from 'vitest'
import { hiddenAtFirst } from '#admin/sheet/columns.ts'
import { drawRows } from '#admin/sheet/drawRows.ts'
import { actionOf, pageActionOf, shortcuts } from '#admin/sheet/edit/shortcuts.ts'
import type { SheetRow } from '#admin/sheet/rows.ts'
import { ordered } from '#admin/sheet/view/layout.ts'
import { fieldOf } from '#shared/declaration/entity.ts'
import { Case } from '#shared/entities/case.ts'
import { en } from '#shared/text/en/index.ts'

const key = (name: string, modifiers: Partial<KeyboardEvent> = {}) => ({
  key: name,
  code: '',
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...modifiers,
})
const columns = Case.columns.flatMap((name) => {
  const field = fieldOf(Case, name)
  return field ? [{ name, field, isEditable: true }] : []
})

test('keys run the commands of the list, and nothing while somebody types', () => {
  expect(actionOf(key('z', { ctrlKey: true }), false)).toBe('undo')
  expect(actionOf(key('Z', { ctrlKey: true, shiftKey: true }), false)).toBe('redo')
  expect(actionOf(key('y', { metaKey: true }), false)).toBe('redo')
  expect(pageActionOf(key('?', { shiftKey: true }), false)).toBe('help')
  expect(actionOf(key('ArrowDown', { altKey: true }), false)).toBe('menu')
  expect(actionOf(key('z', { ctrlKey: true }), true)).toBeUndefined()
})

test('every key has a description', () => {
  for (const { does } of shortcuts) expect(en.shortcuts).toHaveProperty(does)
})

test('columns that repeat a value are hidden at first', () => {
  expect(hiddenAtFirst(Case, columns)).toEqual(expect.arrayContaining(['patientId', 'currency', 'isOpen']))
})

test('columns keep the person’s order, and new columns their declared place', () => {
  const names = ordered(columns, ['status', 'number']).map(({ name }) => name)
  expect(names.indexOf('status')).toBeLessThan(names.indexOf('number'))
  expect(names).toHaveLength(columns.length)
})

test('a grid that answers late draws the rows there are then, not those it was first asked to draw', async () => {
  let rows: SheetRow[] = []
  let answer = (_: SheetRow[]) => {}
  const loaded = new Promise<SheetRow[]>((resolve) => {
    answer = resolve
  })
  const grid = { source: [] as SheetRow[], getSource: () => loaded, refresh: async () => {} }
  const drawn = drawRows(grid as unknown as HTMLRevoGridElement, () => rows)
  rows = [{ id: 'patient_1' }, { id: 'patient_2' }]
  grid.source = [...rows]
  answer(grid.source)
  await drawn
  expect(grid.source).toEqual(rows)
})
