import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { product } from '#functions/platform/http/context.ts'
import { Case } from '#shared/entities/case.ts'
import { isRefusal } from '#shared/refusals.ts'
import { caseRules } from '#shared/rules/cases/caseRules.ts'
import { decide } from '#shared/rules/index.ts'

const states = Object.keys(Case.lifecycle?.states ?? {})

/** Counts a difference on a case; what changes, or the id of the refusal. */
function count(status: string, body: Record<string, number>, values: Partial<Case> = {}) {
  const record = { id: 'case_1', version: 1, status, ...values }
  const situation = { record, body, actor: product, now: '', related: {}, isConsequence: true } as const
  const decision = decide(caseRules, Case, 'count', situation)
  return isRefusal(decision) ? decision.rule : decision.changes
}

test('a case counts what is added and taken away, and never below nothing', () => {
  const difference = fc.constantFrom(-1, 0, 1)
  fc.assert(
    fc.property(fc.array(difference), (differences) => {
      let openPromises = 0
      for (const openPromisesBy of differences) {
        const changes = count('investigating', { openPromisesBy }, { openPromises })
        if (typeof changes === 'string') throw new Error(changes)
        const next = Number(changes.openPromises ?? openPromises)
        expect(next).toBe(Math.max(0, openPromises + openPromisesBy))
        openPromises = next
      }
    }),
  )
  expect(count('responding', { concededMinorBy: 500 }, { concededMinor: 1000 })).toEqual({ concededMinor: 1500 })
})

describe('nothing new begins', () => {
  const offered = { pendingOffersBy: 1, standingOffersBy: 1 }
  const approved = { pendingOffersBy: -1 }
  const rejected = { pendingOffersBy: -1, standingOffersBy: -1 }

  test.each(['closed', 'withdrawn', 'merged'])('on a case that is %s', (status) => {
    expect(count(status, offered)).toBe('CASE_OVER')
    expect(count(status, { standingOffersBy: 1 })).toBe('CASE_OVER')
    expect(count(status, { openPromisesBy: 1 })).toBe('CASE_OVER')
    expect(count(status, approved, { pendingOffers: 1 })).toBe('CASE_OVER')
  })

  test('about money in the legal route, which freezes offers and no promises', () => {
    expect(count('legal-route', offered)).toBe('OFFERS_FROZEN')
    expect(count('legal-route', approved, { pendingOffers: 1 })).toBe('OFFERS_FROZEN')
    expect(count('legal-route', { concededMinorBy: 500 })).toBe('OFFERS_FROZEN')
    expect(count('legal-route', { openPromisesBy: 1 })).toEqual({ openPromises: 1 })
  })

  test('that waits for a decision on a resolved case', () => {
    expect(count('resolved', offered)).toBe('CASE_RESOLVED')
    expect(count('resolved', { openPromisesBy: 1 })).toEqual({ openPromises: 1 })
  })

  test('but what ends is counted in every state', () => {
    for (const status of states) {
      expect(count(status, rejected, { pendingOffers: 1, standingOffers: 1 })).toEqual({
        ...{ pendingOffers: 0, standingOffers: 0 },
      })
      expect(count(status, { openPromisesBy: -1 }, { openPromises: 1 })).toEqual({ openPromises: 0 })
    }
  })
})
