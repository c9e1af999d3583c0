import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Site } from '#shared/entities/site.ts'
import type { CaseClock } from '#shared/rules/cases/caseClocks.ts'
import { Matter, riyadh } from './matter.ts'

const begun = Date.parse('2026-03-02T07:00:00.000Z')
const hour = 3_600_000
const at = (days: number, hours = 0) => new Date(begun + days * 24 * hour + hours * hour).toISOString()
type Version = NonNullable<Site['profiles']>[number]
const version = (fromAt: string, figures: Partial<Version>): Version => ({
  profileId: 'site-profile_1',
  validFrom: fromAt.slice(0, 10),
  fromAt,
  limitAMinor: 1,
  limitBMinor: 2,
  ...figures,
})

/** A case at a site whose versions change while it runs. */
function openedAt(days: number, profiles: Version[]) {
  const site = { ...riyadh, profiles }
  return { matter: new Matter({ receivedAt: at(days), ownerId: 'owner' }, at(days), site), site }
}
const running = ({ record }: Matter, name: string) =>
  (record.clocks as CaseClock[]).findLast((clock) => clock.name === name)

describe('a clock that began under one version', () => {
  it('ends by it, and the next one runs by the version of its own start', () => {
    const { matter, site } = openedAt(0, [version(at(-1), { responseDays: 10 })])
    expect(matter.record).toMatchObject({ responseDueAt: at(10) })
    site.profiles = [...site.profiles, version(at(3), { responseDays: 4 })]
    matter.write({ status: 'responding', acknowledgedAt: at(4) }, at(4))
    matter.step('await-patient', at(5)).step('resume', at(7))
    expect(matter.record).toMatchObject({ responseDueAt: at(12) })
    matter.step('resolve', at(8), { patientDecision: 'partly' }).step('reopen', at(9))
    expect(matter.record).toMatchObject({ responseDueAt: at(13) })
  })

  it('keeps its limit whatever is published and written afterwards', () => {
    const later = fc.array(fc.tuple(fc.integer({ min: 1, max: 200 }), fc.integer({ min: 1, max: 30 })), {
      maxLength: 9,
    })
    fc.assert(
      fc.property(fc.option(fc.integer({ min: 1, max: 30 }), { nil: undefined }), later, (first, versions) => {
        const { matter, site } = openedAt(0, first === undefined ? [] : [version(at(-1), { responseDays: first })])
        const { dueAt } = running(matter, 'response') ?? {}
        expect(dueAt).toBe(at(first ?? 7))
        for (const [hours, responseDays] of versions) {
          site.profiles = [...site.profiles, version(at(0, hours), { responseDays })]
          matter.write({ severity: 'routine', acknowledgedAt: at(0, 1), status: 'acknowledged' }, at(0, hours))
        }
        expect(running(matter, 'response')?.dueAt).toBe(dueAt)
      }),
    )
  })

  it('follows its start when the day of receipt is corrected into another version', () => {
    const { matter, site } = openedAt(4, [version(at(-9), { responseDays: 10 }), version(at(3), { responseDays: 5 })])
    expect(matter.record).toMatchObject({ responseDueAt: at(9) })
    expect(matter.write({ receivedAt: at(1) }, at(5)).record).toMatchObject({ responseDueAt: at(11) })
    expect(site.profiles).toHaveLength(2)
  })
})

it('the director is told of a case that becomes a major one within the minutes of the site', () => {
  const { matter } = openedAt(0, [version(at(-1), { directorToldMinutes: 30 })])
  matter.step('mark-major', at(1), { reasons: ['hospital-incident'] })
  expect(running(matter, 'director-told')).toMatchObject({ within: 30, dueAt: at(1, 0.5) })
})

describe('an extension', () => {
  const extended = (figures: Partial<Version>) => {
    const { matter } = openedAt(0, [version(at(-1), figures)])
    return matter.write({ status: 'responding', acknowledgedAt: at(0, 1) }, at(0, 1))
  }

  it('lasts at most as long as the site allows', () => {
    const matter = extended({ extensionMostDays: 10 })
    expect(() => matter.step('extend', at(5), { untilAt: at(17, 1) })).toThrow('EXTENSION_LONG')
    expect(matter.step('extend', at(5), { untilAt: at(17) }).record).toMatchObject({ responseDueAt: at(17) })
  })

  it('comes as often as the site allows, and again after the case was reopened', () => {
    const matter = extended({ extensionMostTimes: 1, extensionMostDays: 30 })
    matter.step('extend', at(5), { untilAt: at(12) })
    expect(() => matter.step('extend', at(6), { untilAt: at(14) })).toThrow('EXTENSIONS_MANY')
    matter.step('resolve', at(7), { patientDecision: 'partly' }).step('reopen', at(8))
    matter.write({ status: 'responding' }, at(8, 1))
    expect(matter.step('extend', at(9), { untilAt: at(20) }).record).toMatchObject({ responseDueAt: at(20) })
  })
})
