import { expect, test } from 'vitest'
import { eventsOf } from '#admin/cases/page/timelineEvents.ts'
import { FollowUp } from '#shared/entities/followUp.ts'
import { Offer } from '#shared/entities/offer.ts'
import { CasePromise } from '#shared/entities/promise.ts'

const at = (minute: number) => new Date(Date.UTC(2026, 10, 20, 8, minute)).toISOString()
const told = (...[entity, record]: Parameters<typeof eventsOf>) =>
  eventsOf(entity, record).map((event) => [event.action, event.at, event.by])

test('an offer is told of by its steps in their order; the one that it was made with stands for its making', () => {
  const offer = {
    id: 'offer_1',
    status: 'fulfilled',
    createdAt: at(0),
    ...{ requestedAt: at(0), requestedBy: 'huda', approvedAt: at(20), approvedBy: 'salem' },
    ...{ madeAt: at(30), madeBy: 'huda', answeredAt: at(40), fulfilledAt: at(50), fulfilledBy: 'rami' },
  }
  expect(told(Offer, offer)).toEqual([
    ['submit', at(0), 'huda'],
    ['approve', at(20), 'salem'],
    ['make', at(30), 'huda'],
    ['accept', at(40), undefined],
    ['fulfil', at(50), 'rami'],
  ])
  expect(told(Offer, { ...offer, status: 'declined', fulfilledAt: undefined }).at(-1)?.[0]).toBe('decline')
})

test('an approval that nobody had to give is no event of its own', () => {
  const offer = { id: 'offer_1', status: 'approved', createdAt: at(0), requestedAt: at(5), requestedBy: 'huda' }
  expect(told(Offer, { ...offer, approvedAt: at(5) })).toEqual([
    ['create', at(0), undefined],
    ['submit', at(5), 'huda'],
  ])
})

test.each(['keep', 'break', 'renegotiate', 'cancel'])('a promise that ended says how: %s', (action) => {
  const status = CasePromise.actions[action as 'keep'].to
  const promise = { id: 'promise_1', status, createdAt: at(0), endedAt: at(30), endedBy: 'huda' }
  expect(told(CasePromise, promise)).toEqual([
    ['create', at(0), undefined],
    [action, at(30), 'huda'],
  ])
})

test('a call that nobody answered is told of by its attempts', () => {
  const attempts = [1, 2, 3].map((minute) => ({ at: at(minute * 10), by: 'huda', result: 'no-answer' }))
  const call = { id: 'follow_1', status: 'no-answer', createdAt: at(0), attempts, endedAt: at(30), endedBy: 'huda' }
  expect(told(FollowUp, call).map(([action]) => action)).toEqual(['create', 'attempt', 'attempt', 'attempt'])
})

test('the attempt that is noted with the end of a call is no event of its own', () => {
  const attempts = [10, 30].map((minute) => ({ at: at(minute), by: 'huda', result: 'reached' }))
  const call = { id: 'follow_1', status: 'done', createdAt: at(0), attempts, endedAt: at(30), endedBy: 'huda' }
  expect(told(FollowUp, call).map(([action]) => action)).toEqual(['create', 'attempt', 'complete'])
})
