import type { Change } from '#functions/platform/store/commit.ts'
import { Coverage, coverageClasses } from '#shared/entities/coverage.ts'
import type { Patient } from '#shared/entities/patient.ts'
import type { Site } from '#shared/entities/site.ts'
import { later, type Scene, yearsOf } from '../scene.ts'
import type { SiteCode } from '../sites.ts'
import type { PayerAgreement } from './payers.ts'

const sponsors = ['Red Dunes Energy', 'Palm Grove Schools', 'Northern Light Electric', 'Bluewater Logistics']

/** Share of the members of each payer in percent, in the order of the agreements; the clinic has the last one alone. */
const shares = [52, 26, 22, 100]

/** The agreement of a membership by the patient it belongs to, and the membership itself. */
export interface Membership {
  readonly coverage: Coverage
  readonly agreement: PayerAgreement
}

/** Insures half of the patients, by patient id; a few memberships are long over. */
export async function insure(
  scene: Scene,
  sites: Readonly<Record<SiteCode, Site>>,
  patients: readonly Patient[],
  agreements: readonly PayerAgreement[],
): Promise<ReadonlyMap<string, Membership>> {
  const chance = scene.chance('coverages')
  const { first, last } = yearsOf(scene)
  const insured = chance.shuffled(patients).slice(0, scene.count(200))
  const planned: { agreement: PayerAgreement; change: Change }[] = []
  for (const patient of patients.filter((each) => insured.includes(each))) {
    const offered = agreements.flatMap((agreement, index) =>
      agreement.sites.some((code) => sites[code].id === patient.siteId)
        ? [[agreement, shares[index] ?? 0] as const]
        : [],
    )
    const agreement = chance.weighted(offered)
    const hasVip = agreement.contract.classRules.some((rule) => rule.class === 'VIP')
    const now = later(patient.createdAt ?? scene.now, chance.between(4, 30))
    const body = {
      patientId: patient.id,
      payerId: agreement.payer.id,
      ...(agreement.payer.type === 'employer' && { sponsor: sponsors[0] }),
      ...(agreement.payer.type === 'insurer' && { sponsor: chance.pick(sponsors.slice(1)) }),
      policyNo: `POL-${chance.between(10_000, 99_999)}`,
      memberNo: String(chance.between(10_000_000, 99_999_999)),
      class: patient.isVip && hasVip ? 'VIP' : chance.pick(coverageClasses.slice(0, 3)),
      effectiveFrom: `${first}-01-01`,
      effectiveTo: `${last}-12-31`,
      eligibilityCheckedAt: scene.daysAgo(chance.between(1, 100)),
    }
    planned.push({ agreement, change: await scene.create(Coverage, body, { at: now, id: chance.id(Coverage, now) }) })
  }
  const written = await scene.writeAs(
    Coverage,
    planned.map(({ change }) => change),
  )
  return new Map(
    written.flatMap((coverage, index) => {
      const agreement = planned[index]?.agreement
      return agreement ? [[coverage.patientId, { coverage, agreement }] as const] : []
    }),
  )
}
