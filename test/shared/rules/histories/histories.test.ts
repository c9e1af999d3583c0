import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Hospital } from './hospital.ts'
import { violationsOf } from './invariants.ts'
import { type Dice, play } from './moves.ts'

const histories = process.env.REDRESS_FULL === '1' ? 10_000 : 100

const dice: fc.Arbitrary<Dice> = fc.tuple(fc.nat(999), fc.nat(999), fc.nat(999), fc.nat(999), fc.nat(60))

test('no history of a desk breaks what must always hold', { timeout: 1_800_000 }, async () => {
  const reached = new Map<string, number>()
  const property = fc.asyncProperty(fc.array(dice, { minLength: 150, maxLength: 300, size: 'max' }), async (all) => {
    const hospital = await new Hospital().open()
    for (const each of all) {
      const { writes } = hospital.desk
      await play(hospital, each)
      // What was refused has changed nothing.
      if (hospital.desk.writes > writes) expect(violationsOf(hospital)).toEqual([])
    }
    for (const { id, status, kind } of hospital.desk.records.values()) {
      const name = [id.split('_')[0], kind === 'home-visit' ? kind : '', status].filter(Boolean).join(' ')
      reached.set(name, (reached.get(name) ?? 0) + 1)
    }
  })
  await fc.assert(property, { numRuns: histories, endOnFailure: true })
  // A history that never gets anywhere proves nothing.
  for (const name of [
    'case closed',
    'case legal-route',
    'offer fulfilled',
    'offer pending-approval',
    'promise kept',
    'report accepted',
    'follow done',
    'follow home-visit scheduled',
  ])
    expect(reached.get(name) ?? 0, name).toBeGreaterThan(0)
})
