import fc from 'fast-check'
import { expect, test } from 'vitest'
import { attemptLimit, nextAttemptAt } from '#shared/rules/deadLetters/pauses.ts'

const failedAt = '2026-11-20T08:00:00.000Z'
const chance = fc.double({ min: 0, max: 1, noNaN: true })
const pause = (attempts: number, chance: number): number =>
  Date.parse(nextAttemptAt(attempts, failedAt, chance) ?? '') - Date.parse(failedAt)

test('pauses grow from a second to an hour, and the twelfth failure is the last', () => {
  expect(attemptLimit).toBe(12)
  expect([pause(1, 0), pause(11, 0)]).toEqual([1000, 3_600_000])
  expect(nextAttemptAt(12, failedAt, 0)).toBeUndefined()
  expect(nextAttemptAt(13, failedAt, 1)).toBeUndefined()
})

test('each pause is longer than the one before, whatever chance adds to both, and at most a quarter longer than meant', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 10 }), chance, chance, (attempts, first, second) => {
      expect(pause(attempts + 1, second)).toBeGreaterThan(pause(attempts, first))
      expect(pause(attempts, first)).toBeLessThanOrEqual(pause(attempts, 0) * 1.25)
    }),
  )
})

test('an event that nobody was called with yet is tried after the first pause', () => {
  expect(pause(0, 0)).toBe(pause(1, 0))
})
