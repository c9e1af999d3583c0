import fc from 'fast-check'
import { expect, test } from 'vitest'
import { caseMatter, keptUntil, yearsAfter } from '#shared/rules/patients/retention.ts'

const at = '2026-03-01T08:00:00.000Z'

test('everything is kept for five years after the last matter', () => {
  expect(keptUntil(at, [])).toBe('2031-03-01T08:00:00.000Z')
  expect(keptUntil(at, [{ at: '2028-06-10T00:00:00.000Z', years: 5 }])).toBe('2033-06-10T00:00:00.000Z')
})

test('a legal route or a clinical fault of ours keeps it for ten years', () => {
  const closedAt = '2027-01-15T10:00:00.000Z'
  const legal = caseMatter({ status: 'legal-route', receivedAt: at })
  const clinical = caseMatter({ status: 'closed', closedAt, faultClass: 'own-fault', cause: 'clinical' })
  const billing = caseMatter({ status: 'closed', closedAt, faultClass: 'own-fault', cause: 'billing' })
  expect([legal, clinical, billing]).toEqual([
    { at, years: 10 },
    { at: closedAt, years: 10 },
    { at: closedAt, years: 5 },
  ])
  expect(keptUntil(at, [clinical, billing])).toBe('2037-01-15T10:00:00.000Z')
})

test('a leap day ends on the first of March', () => {
  expect(yearsAfter('2028-02-29T12:00:00.000Z', 5)).toBe('2033-03-01T12:00:00.000Z')
})

test('another matter never shortens the time, whatever the order', () => {
  const instant = fc.date({ min: new Date('2000-01-01'), max: new Date('2060-01-01'), noInvalidDate: true })
  const matter = fc.record({ at: instant.map((date) => date.toISOString()), years: fc.constantFrom(5, 10) })
  fc.assert(
    fc.property(fc.array(matter), matter, (matters, more) => {
      const until = keptUntil(at, matters)
      expect(keptUntil(at, [...matters, more]) >= until).toBe(true)
      expect(keptUntil(at, matters.toReversed())).toBe(until)
    }),
  )
})
