import { expect, test } from 'vitest'
import { orderBy, orderScale, placeIn, turned } from '#admin/sheet/view/order.ts'
import { Case } from '#shared/entities/case.ts'

const newest = [['receivedAt', 'DESC']] as const

test('a click on a header orders by that column as people look for things', () => {
  expect(orderBy(Case, newest, 'patientName', false)).toEqual([['patientName', 'ASC']])
  expect(orderBy(Case, newest, 'responseDueAt', false)).toEqual([['responseDueAt', 'DESC']])
  expect(orderBy(Case, newest, 'disputedMinor', false)).toEqual([['disputedMinor', 'DESC']])
})

test('another click turns the order round', () => {
  expect(orderBy(Case, newest, 'receivedAt', false)).toEqual([['receivedAt', 'ASC']])
})

test('a click with Shift orders by one more column, four at the most', () => {
  const two = orderBy(Case, newest, 'status', true)
  expect(two).toEqual([...newest, ['status', 'ASC']])
  expect(orderBy(Case, two, 'receivedAt', true)).toEqual([
    ['receivedAt', 'ASC'],
    ['status', 'ASC'],
  ])
  const four = ['type', 'number', 'severity'].reduce((order, name) => orderBy(Case, order, name, true), two)
  expect(four).toHaveLength(4)
})

test('a click without Shift leaves the other columns out', () => {
  expect(orderBy(Case, orderBy(Case, newest, 'status', true), 'receivedAt', false)).toEqual(newest)
})

test('a column knows its direction and its rank', () => {
  const order = orderBy(Case, newest, 'status', true)
  expect([placeIn(order, 'status'), placeIn(order, 'type')]).toEqual([{ direction: 'ASC', rank: 2 }, undefined])
  expect(turned(order, 'status')).toEqual([...newest, ['status', 'DESC']])
})

test('directions are said by what a column holds', () => {
  const names = ['patientName', 'receivedAt', 'disputedMinor', 'status', 'ownerId']
  expect(names.map((name) => orderScale(Case, name))).toEqual(['text', 'time', 'number', 'choice', 'choice'])
})
