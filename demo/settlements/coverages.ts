import type { Change } from '#functions/platform/store/commit.ts'
import { coverageClasses } from '#shared/entities/choices.ts'
import { Coverage } from '#shared/entities/coverage.ts'
import type { Patient } from '#shared/entities/patient.ts'
import { type DemoWriter, later, yearsOf } from '../demoWriter.ts'
import type { Sites } from '../sites.ts'
import type { PayerAgreement } from './payers.ts'

const sponsors = ['Red Dunes Energy', 'Palm Grove Schools', 'Northern Light Electric', 'Bluewater Logistics']

/** Share of each payer's members in percent, in the order of the agreements; the clinic has only the last payer. */
const shares = [52, 26, 22, 100]

/** The coverage of a patient and the agreement behind it. */
export interface Membership {
  readonly coverage: Coverage
  readonly agreement: PayerAgreement
}

/** Creates a coverage for half of the patients; returns the memberships by patient id. */
export async function createCoverages(
  writer: DemoWriter,
  sites: Sites,
  patients: readonly Patient[],
  agreements: readonly PayerAgreement[],
): Promise<ReadonlyMap<string, Membership>> {
  const random = writer.random('coverages')
  const { first, last } = yearsOf(writer)
  const insured = random.shuffled(patients).slice(0, writer.count(200))
  const planned: { agreement: PayerAgreement; change: Change }[] = []
  for (const patient of patients.filter((each) => insured.includes(each))) {
    const offers = agreements.flatMap((agreement, index) =>
      agreement.sites.some((code) => sites[code].id === patient.siteId)
        ? [[agreement, shares[index] ?? 0] as const]
        : [],
    )
    const agreement = random.weighted(offers)
    const hasVip = agreement.contract.classRules.some((rule) => rule.class === 'VIP')
    const at = later(patient.createdAt ?? writer.now, random.between(4, 30))
    const body = {
      patientId: patient.id,
      payerId: agreement.payer.id,
      ...(agreement.payer.type === 'employer' && { sponsor: sponsors[0] }),
      ...(agreement.payer.type === 'insurer' && { sponsor: random.pick(sponsors.slice(1)) }),
      policyNo: `POL-${random.between(10_000, 99_999)}`,
      memberNo: String(random.between(10_000_000, 99_999_999)),
      class: patient.isVip && hasVip ? 'VIP' : random.pick(coverageClasses.slice(0, 3)),
      effectiveFrom: `${first}-01-01`,
      effectiveTo: `${last}-12-31`,
      eligibilityCheckedAt: writer.daysAgo(random.between(1, 100)),
    }
    planned.push({ agreement, change: await writer.create(Coverage, body, { at, id: random.id(Coverage, at) }) })
  }
  const written = await writer.writeAs(
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
