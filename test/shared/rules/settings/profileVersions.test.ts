import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { product } from '#functions/platform/http/context.ts'
import type { RecordValues } from '#shared/declaration/entity.ts'
import { SiteProfile } from '#shared/entities/siteProfile.ts'
import { figuresAt, standardFigures } from '#shared/rules/cases/clockProfile.ts'
import { actionStates } from '#shared/rules/index.ts'
import { profileRules } from '#shared/rules/settings/profileRules.ts'
import { lastDayBefore, siteDay, versionInForce } from '#shared/rules/settings/profileVersions.ts'
import { SiteVersions } from './siteVersions.ts'

const begun = Date.parse('2026-03-02T07:00:00.000Z')
const at = (hours: number) => new Date(begun + hours * 3_600_000).toISOString()
const day = (days: number) => at(days * 24).slice(0, 10)

const step = fc.record({
  kind: fc.constantFrom('publish', 'publish', 'publish', 'withdraw', 'again'),
  hours: fc.integer({ min: 0, max: 60 }),
  inDays: fc.integer({ min: -2, max: 20 }),
  which: fc.nat(30),
})
type VersionStep = typeof step extends fc.Arbitrary<infer T> ? T : never

/** A site after any steps, those that were refused left out, and the instant at which they end. */
function afterSteps(steps: readonly VersionStep[]) {
  const versions = new SiteVersions()
  let hours = 0
  for (const { kind, hours: later, inDays, which } of steps) {
    hours += later
    const known = [...versions.profiles.keys()]
    const id = kind === 'publish' || known.length === 0 ? versions.draft() : known[which % known.length]
    if (id)
      versions.step(id, kind === 'withdraw' ? 'withdraw' : 'publish', at(hours), {
        validFrom: day(hours / 24 + inDays),
      })
  }
  return { versions, now: at(hours) }
}
const steps = fc.array(step, { maxLength: 40 })

describe('a site, whatever is published and taken back', () => {
  it('never has two versions on one day, and every profile ends the day before the next one', () => {
    fc.assert(
      fc.property(steps, (all) => {
        const { versions } = afterSteps(all)
        const published = [...versions.profiles.values()]
          .filter(({ status }) => status !== 'draft')
          .sort((a, b) => String(a.validFrom).localeCompare(String(b.validFrom)))
        const days = published.map(({ validFrom }) => String(validFrom))
        expect(new Set(days).size).toBe(days.length)
        expect(published.map(({ validTo }) => validTo)).toEqual(
          [...days.slice(1).map(lastDayBefore), undefined].slice(0, days.length),
        )
        expect(published.filter(({ status }) => status === 'published')).toHaveLength(Math.min(1, days.length))
      }),
    )
  })

  it('keeps the newest versions and all that come, each from the day that its profile says', () => {
    fc.assert(
      fc.property(steps, (all) => {
        const { versions, now } = afterSteps(all)
        const { profiles = [], hasOlderProfiles } = versions.site
        const published = [...versions.profiles.values()].filter(({ status }) => status !== 'draft')
        expect(profiles.map(({ fromAt }) => fromAt)).toEqual(profiles.map(({ fromAt }) => fromAt).toSorted())
        expect(profiles.filter(({ fromAt }) => fromAt <= now).length).toBeLessThanOrEqual(24)
        if (!hasOlderProfiles) expect(profiles).toHaveLength(published.length)
        for (const { profileId, validFrom, fromAt } of profiles) {
          expect(versions.profiles.get(profileId)).toMatchObject({ validFrom })
          expect(siteDay(versions.site, fromAt)).toBe(validFrom)
        }
      }),
    )
  })
})

describe('publishing', () => {
  it('counts from this moment today, and from the beginning of the site’s day later', () => {
    const versions = new SiteVersions()
    expect(versions.step(versions.draft({ responseDays: 9 }), 'publish', at(0))).toBeUndefined()
    expect(
      versions.step(versions.draft({ responseDays: 5, extensionNoticeDays: 4 }), 'publish', at(1), {
        validFrom: day(3),
      }),
    ).toBeUndefined()
    expect(versions.site.profiles).toMatchObject([{ fromAt: at(0) }, { fromAt: '2026-03-04T21:00:00.000Z' }])
    const days = [at(-1), at(0), '2026-03-04T20:59:59.999Z', '2026-03-04T21:00:00.000Z']
    expect(days.map((instant) => figuresAt(versions.site, instant).responseDays)).toEqual([7, 9, 9, 5])
    expect(versionInForce(versions.site, at(5))).toMatchObject({ responseDays: 9 })
  })

  it('is the same however often it is decided, and is taken once', () => {
    const versions = new SiteVersions()
    const id = versions.draft()
    expect(versions.decide(id, 'publish', at(0))).toEqual(versions.decide(id, 'publish', at(0)))
    versions.step(id, 'publish', at(0))
    const after = structuredClone(versions.site)
    expect(versions.step(id, 'publish', at(30))).toBe('STATE')
    expect(versions.site).toEqual(after)
  })

  it.each([
    ['PROFILE_PAST', day(-1)],
    ['PROFILE_DAY', day(0)],
  ])('is refused by %s', (rule, validFrom) => {
    const versions = new SiteVersions()
    versions.step(versions.draft(), 'publish', at(0))
    expect(versions.step(versions.draft(), 'publish', at(1), { validFrom })).toBe(rule)
  })

  it('is offered while the day is not chosen yet', () => {
    const versions = new SiteVersions()
    versions.step(versions.draft(), 'publish', at(0))
    const record = versions.profiles.get(versions.draft()) as SiteProfile & RecordValues
    const states = actionStates(profileRules, SiteProfile, record, product, { site: [versions.site] }, at(1))
    expect(states).toMatchObject({ publish: { isAllowed: true }, copy: { isAllowed: true } })
    expect(states.withdraw).toMatchObject({ isAllowed: false, refusal: { rule: 'STATE' } })
  })

  it('is not taken back once it is in force', () => {
    const versions = new SiteVersions()
    const [first, second] = [versions.draft(), versions.draft()]
    versions.step(first, 'publish', at(0))
    versions.step(second, 'publish', at(0), { validFrom: day(2) })
    expect(versions.profiles.get(first)).toMatchObject({ status: 'superseded', validTo: day(1) })
    expect(versions.step(first, 'withdraw', at(1))).toBe('PROFILE_IN_FORCE')
    expect(versions.step(second, 'withdraw', at(1))).toBeUndefined()
    expect(versions.profiles.get(second)).not.toHaveProperty('validFrom')
    expect(versions.profiles.get(first)).toMatchObject({ status: 'published' })
    expect(versions.profiles.get(first)).not.toHaveProperty('validTo')
  })
})

it('the standard fits together', () => {
  const { followUpFirstDay, followUpDay, followUpLastDay, extensionNoticeDays, responseDays } = standardFigures
  expect([followUpFirstDay, followUpDay, followUpLastDay].toSorted((a, b) => a - b)).toEqual([2, 3, 5])
  expect(extensionNoticeDays).toBeLessThan(responseDays)
})
