import { expect, test } from 'vitest'
import { inOrder, promiseOf, usualKeeper } from '#admin/promises/promiseForm.ts'
import type { Me } from '#admin/provider/contract.ts'
import { CasePromise } from '#shared/entities/promise.ts'

test('a promise is saved while the text promises something and the person keeps it', () => {
  const promise = { text: 'We will call.', dueAt: '2026-12-01T14:00:00.000Z', ownerId: '' }
  const { ownerId: _, ...filled } = promise
  expect(promiseOf({ promise: { ...promise, isKept: true, isSeen: true } })).toEqual(filled)
  expect(promiseOf({ promise: { ...promise, isKept: false, isSeen: true } })).toBeUndefined()
  expect(promiseOf({ promise: { ...promise, isKept: true, isSeen: false } })).toBeUndefined()
  expect(promiseOf({})).toBeUndefined()
})

test('what is due next stands first, and what ended last stands first below', () => {
  const promise = (id: string, values: Partial<CasePromise>) =>
    ({ ...CasePromise.example, id, ...values }) as CasePromise
  const { open, ended } = inOrder([
    promise('late', { status: 'open', dueAt: '2026-12-03T00:00:00.000Z' }),
    promise('old', { status: 'kept', endedAt: '2026-11-01T00:00:00.000Z' }),
    promise('soon', { status: 'open', dueAt: '2026-12-02T00:00:00.000Z' }),
    promise('new', { status: 'broken', endedAt: '2026-11-02T00:00:00.000Z' }),
  ])
  expect([open, ended].map((each) => each.map(({ id }) => id))).toEqual([
    ['soon', 'late'],
    ['new', 'old'],
  ])
})

test('the owner of the case keeps a promise, else whoever writes it down', () => {
  const me = { id: 'user_me' } as Me
  expect(usualKeeper({ id: 'case_1', ownerId: 'user_owner' }, me)).toBe('user_owner')
  expect(usualKeeper({ id: 'case_1' }, me)).toBe('user_me')
})
