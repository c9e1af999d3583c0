import fc from 'fast-check'
import { expect, test } from 'vitest'
import { selectColumn } from '#admin/sheet/columns.ts'
import { readingOrder } from '#admin/sheet/readingOrder.ts'

const all = [selectColumn, 'name', 'memberNumber', 'phone'].map((prop) => ({ prop }))

test('the first column is read first, though the grid counts from the left', () => {
  for (const isRtl of [false, true]) expect(readingOrder(all, isRtl).names).toEqual(['name', 'memberNumber', 'phone'])
  expect(readingOrder(all, false).placeOf('name')).toEqual({ colType: 'rgCol', x: 1 })
  expect(readingOrder(all, true).placeOf('name')).toEqual({ colType: 'rgCol', x: 2 })
})

test('pinned columns are read before the others, and counted by themselves', () => {
  const pinned = all.map(({ prop }, index) => (index < 2 ? { prop, pin: 'colPinStart' as const } : { prop }))
  const order = readingOrder(pinned, true)
  expect(order.names).toEqual(['name', 'memberNumber', 'phone'])
  expect(order.placeOf('name')).toEqual({ colType: 'colPinStart', x: 0 })
  expect(order.nameAt(1, 'colPinStart')).toBeUndefined()
})

test('names and places lead to each other, and a range is read in order from either end', () => {
  const columns = fc.uniqueArray(fc.string({ minLength: 1 }), { minLength: 1, maxLength: 12 })
  fc.assert(
    fc.property(columns, fc.boolean(), (names, isRtl) => {
      const order = readingOrder([{ prop: selectColumn }, ...names.map((prop) => ({ prop }))], isRtl)
      for (const name of names) {
        const { x, colType } = order.placeOf(name) ?? { x: -1, colType: 'rgCol' as const }
        expect(order.nameAt(x, colType)).toBe(name)
      }
      expect(order.namesBetween(0, names.length)).toEqual(names)
      expect(order.namesBetween(names.length, 0)).toEqual(names)
    }),
  )
})
