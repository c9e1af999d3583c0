import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { callWindow } from '#shared/rules/follow-ups/callWindow.ts'
import { isFollowedUp } from '#shared/rules/follow-ups/followedUp.ts'
import { type Share, shareOut, sharesAfter } from '#shared/rules/follow-ups/sharing.ts'
import { firstDayOf, mondayOf, weekOf } from '#shared/rules/follow-ups/weeks.ts'

/** Works Sunday to Thursday, and calls from 9 to 20: 6 to 17 in UTC. */
const riyadh = { timeZone: 'Asia/Riyadh' }
const closed = (...days: string[]) => ({ timeZone: 'Asia/Riyadh', calendar: { holidays: days.map((on) => ({ on })) } })

describe('the window of a call', () => {
  test('is of days 2 to 5, and it is put on the list of day 3', () => {
    expect(callWindow(riyadh, '2026-03-01T10:00:00.000Z')).toEqual({
      dueFrom: '2026-03-03T06:00:00.000Z',
      callAt: '2026-03-04T06:00:00.000Z',
      dueTo: '2026-03-06T17:00:00.000Z',
    })
  })

  test('is counted from the day at the site, which may be another one in UTC', () => {
    expect(callWindow(riyadh, '2026-03-01T21:30:00.000Z').dueFrom).toBe('2026-03-04T06:00:00.000Z')
  })

  test('has its call on the next working day, else on the last one before, else on its first day', () => {
    // Day 3 is a Friday, and so is day 4 a free day; day 5 is a Sunday.
    expect(callWindow(riyadh, '2026-03-03T10:00:00.000Z').callAt).toBe('2026-03-08T06:00:00.000Z')
    expect(callWindow(closed('2026-03-08'), '2026-03-03T10:00:00.000Z').callAt).toBe('2026-03-05T06:00:00.000Z')
    expect(callWindow(closed('2026-03-08', '2026-03-05'), '2026-03-03T10:00:00.000Z').callAt).toBe(
      '2026-03-05T06:00:00.000Z',
    )
  })

  test('keeps to the contact hours on the days on which clocks change', () => {
    const rome = { timeZone: 'Europe/Rome' }
    expect(callWindow(rome, '2026-03-27T10:00:00.000Z').dueFrom).toBe('2026-03-29T07:00:00.000Z')
    expect(callWindow(rome, '2026-10-23T10:00:00.000Z').dueFrom).toBe('2026-10-25T08:00:00.000Z')
  })
})

describe('a case is followed up', () => {
  const call = { kind: 'satisfaction-call', createdAt: '2026-03-01T10:00:00.000Z', status: 'planned' }
  const since = '2026-03-01T10:00:00.000Z'
  const tries = (...results: string[]) => results.map((result) => ({ result }))

  test.each([
    ['a call that was made', { status: 'done' }, true],
    ['a patient who wants none', { status: 'refused' }, true],
    ['three attempts', { status: 'no-answer' }, true],
    ['three attempts that go on', { attempts: tries('busy', 'no-answer', 'busy') }, true],
    ['two attempts', { attempts: tries('busy', 'no-answer') }, false],
    ['a patient who asked to be called later', { attempts: tries('call-later', 'call-later', 'call-later') }, false],
    ['a call that was cancelled', { status: 'cancelled' }, false],
    ['a call of before', { status: 'done', createdAt: '2026-02-01T10:00:00.000Z' }, false],
    ['a call about something else', { status: 'done', kind: 'routine-call' }, false],
  ])('by %s: %o is %s', (_name, values, expected) => {
    expect(isFollowedUp([{ ...call, ...values }], since)).toBe(expected)
  })
})

describe('sharing', () => {
  const people = ['amal', 'basma', 'carla']
  const countOf = (calls: readonly { callerId?: string }[], id: string) =>
    calls.filter(({ callerId }) => callerId === id).length

  test('leaves with somebody what that person has begun, and makes the rest as even as it can be', () => {
    const kept = { followUpId: 'kept', keptBy: 'amal' }
    const calls = [...Array.from({ length: 5 }, (_, index) => ({ followUpId: `call-${index}` })), kept]
    const shared = shareOut(calls, ['amal', 'basma'])
    expect(['amal', 'basma'].map((id) => countOf(shared, id))).toEqual([3, 3])
    expect(shared.at(-1)).toEqual({ followUpId: 'kept', callerId: 'amal', isKept: true })
    expect(shareOut(calls, []).filter(({ callerId }) => callerId === undefined)).toHaveLength(5)
  })

  test('differs by one at the most, whoever had the calls before and however many were given already', () => {
    const call = fc.record({ hadBy: fc.option(fc.constantFrom(...people, 'gone'), { nil: undefined }) })
    fc.assert(
      fc.property(fc.array(fc.array(call, { maxLength: 20 }), { maxLength: 4 }), (parts) => {
        let shares: readonly Share[] = []
        for (const [part, calls] of parts.entries()) {
          const due = calls.map((each, index) => ({ followUpId: `${part}-${index}`, ...each }))
          const shared = shareOut(due, people, shares)
          expect(shared.map(({ followUpId }) => followUpId)).toEqual(due.map(({ followUpId }) => followUpId))
          shares = sharesAfter(shares, shared)
        }
        const counts = people.map((id) => shares.find(({ userId }) => userId === id)?.calls ?? 0)
        expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(1)
      }),
    )
  })

  test('gives a call to whoever had it, while shares stay even', () => {
    const calls = ['amal', 'amal', 'basma'].map((hadBy, index) => ({ followUpId: `call-${index}`, hadBy }))
    expect(shareOut(calls, ['amal', 'basma']).map(({ callerId }) => callerId)).toEqual(['amal', 'amal', 'basma'])
  })
})

test('weeks are those of ISO 8601', () => {
  expect(['2026-01-01', '2026-11-30', '2027-01-03', '2027-01-04', '2024-12-30'].map(weekOf)).toEqual([
    '2026-W01',
    '2026-W49',
    '2026-W53',
    '2027-W01',
    '2025-W01',
  ])
  expect(['2026-W49', '2026-W53', '2027-W53', '2026-W00', '2026-49'].map(firstDayOf)).toEqual([
    '2026-11-30',
    '2026-12-28',
    undefined,
    undefined,
    undefined,
  ])
  expect(mondayOf('2026-12-06')).toBe('2026-11-30')
})
