import { expect, test } from 'vitest'
import { callAfter, inCallOrder } from '#admin/follow-ups/callOrder.ts'

const now = '2026-03-01T09:00:00.000Z'
const calls = [
  { id: 'later', dueTo: '2026-03-01T17:00:00.000Z', againAt: '2026-03-01T13:00:00.000Z' },
  { id: 'last', dueTo: '2026-03-05T17:00:00.000Z' },
  { id: 'promised', dueTo: '2026-03-05T17:00:00.000Z', againAt: '2026-03-01T08:30:00.000Z' },
  { id: 'soon', dueTo: '2026-03-02T17:00:00.000Z' },
]

test('calls whose time has come are first, then those that end soonest, and at the end those of later today', () => {
  expect(inCallOrder(calls, now).map(({ id }) => id)).toEqual(['promised', 'soon', 'last', 'later'])
})

test('after a call comes the next one, after the last the first, and after the only one none', () => {
  const ids = inCallOrder(calls, now)
  expect(['promised', 'soon', 'later'].map((id) => callAfter(ids, id))).toEqual(['soon', 'last', 'promised'])
  expect(callAfter([{ id: 'only' }], 'only')).toBeUndefined()
})
