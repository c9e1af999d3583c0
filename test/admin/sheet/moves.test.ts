import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type CellPosition, destination, moveAfter, moveOf } from '#admin/sheet/edit/moves.ts'

const names = ['name', 'memberNumber', 'phone']
const press = (key: string, held = '') => ({
  key,
  ctrlKey: held.includes('Ctrl'),
  metaKey: false,
  altKey: held.includes('Alt'),
  shiftKey: held.includes('Shift'),
})

/** Where a key leads from a cell of three columns and 100 rows. */
function led(key: string, held: string, from: CellPosition, isRtl: boolean) {
  const move = moveOf(press(key, held))
  return move && destination(move, from, { order: { names }, rowCount: 100, pageRows: 20, isRtl })
}
const middle = { name: 'memberNumber', row: 50 }

test('Tab goes on in reading order, arrows where they point', () => {
  expect(led('Tab', '', middle, true)).toEqual(led('Tab', '', middle, false))
  expect(led('ArrowLeft', '', middle, true)).toEqual({ name: 'phone', row: 50 })
  expect(led('ArrowLeft', '', middle, false)).toEqual({ name: 'name', row: 50 })
})

test('Tab goes from the end of a row to the next one, and leaves the sheet behind its last cell', () => {
  expect(led('Tab', '', { name: 'phone', row: 3 }, true)).toEqual({ name: 'name', row: 4 })
  expect(led('Tab', 'Shift', { name: 'name', row: 4 }, true)).toEqual({ name: 'phone', row: 3 })
  expect(led('Tab', '', { name: 'phone', row: 99 }, false)).toBeUndefined()
  expect(led('Tab', 'Shift', { name: 'name', row: 0 }, false)).toBeUndefined()
})

test.each([
  ['Home', '', { name: 'name', row: 50 }],
  ['End', '', { name: 'phone', row: 50 }],
  ['Home', 'Ctrl', { name: 'name', row: 0 }],
  ['End', 'Ctrl', { name: 'phone', row: 99 }],
  ['PageDown', '', { name: 'memberNumber', row: 70 }],
  ['PageUp', '', { name: 'memberNumber', row: 30 }],
  ['ArrowDown', 'Ctrl', { name: 'memberNumber', row: 99 }],
  ['ArrowUp', 'Ctrl', { name: 'memberNumber', row: 0 }],
])('%s %s leads to the same cell in both directions of writing', (key, held, to) => {
  expect([led(key, held, middle, false), led(key, held, middle, true)]).toEqual([to, to])
})

test('Ctrl with an arrow leads to the edge that it points to', () => {
  expect(led('ArrowRight', 'Ctrl', middle, true)).toEqual({ name: 'name', row: 50 })
  expect(led('ArrowRight', 'Ctrl', middle, false)).toEqual({ name: 'phone', row: 50 })
})

test('Shift lets a range grow, but Tab and Enter only go back', () => {
  expect(moveOf(press('ArrowDown', 'Shift'))).toMatchObject({ extends: true })
  expect(moveOf(press('Tab', 'Shift'))).toEqual({ to: 'previous', extends: false })
  expect([moveAfter('Enter', false).to, moveAfter('Enter', true).to]).toEqual(['down', 'up'])
  expect(moveOf(press('ArrowDown', 'Alt'))).toBeUndefined()
})

test('no key leads out of the sheet but Tab', () => {
  const keys = fc.constantFrom('ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', 'Home', 'End', 'PageUp', 'PageDown')
  fc.assert(
    fc.property(fc.array(fc.tuple(keys, fc.constantFrom('', 'Ctrl'))), fc.boolean(), (presses, isRtl) => {
      let at: CellPosition = { name: undefined, row: 0 }
      for (const [key, held] of presses) at = led(key, held, at, isRtl) ?? at
      expect(at.row).toBeGreaterThanOrEqual(0)
      expect(at.row).toBeLessThan(100)
    }),
  )
})
