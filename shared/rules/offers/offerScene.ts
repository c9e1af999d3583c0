import type { Actor } from '#shared/declaration/access.ts'
import type { Case } from '#shared/entities/case.ts'
import type { Offer } from '#shared/entities/offer.ts'
import type { OfferRule } from '#shared/entities/offerRule.ts'
import type { Patient } from '#shared/entities/patient.ts'
import type { SettlementFile } from '#shared/entities/settlementFile.ts'
import type { Site } from '#shared/entities/site.ts'
import type { Need, Situation } from '#shared/rules/decision.ts'

/** All that an offer is judged by. */
export interface OfferScene {
  readonly matter: Partial<Case>
  readonly patient: Partial<Patient>
  readonly site: Partial<Site>
  /** Every version of the rules of the site. */
  readonly rules: readonly Partial<OfferRule>[]
  /** The settlement file that the case names, if it names one. */
  readonly file?: Partial<SettlementFile> | undefined
  /** The offers of the case. */
  readonly offers: readonly Partial<Offer>[]
  /** Who asks, with the roles in which it is asked. */
  readonly asker: Pick<Actor, 'userId' | 'roles'>
  /** Now, UTC. */
  readonly now: string
}

/** What a step on an offer has to see to judge it. Rules are read whole, so the panel, which reads rows, judges without them. */
export const sceneNeeds = {
  matter: { one: 'cases', id: ({ caseId }) => caseId },
  patient: { one: 'patients', id: ({ patientId }) => patientId },
  site: { one: 'sites', id: ({ siteId }) => siteId },
  doctor: { one: 'users', id: ({ doctorId }) => doctorId },
  rules: { under: 'offer-rules', id: ({ siteId }) => siteId, isWhole: true },
  offers: { under: 'offers', id: ({ caseId }) => caseId, isWhole: true },
  file: {
    many: 'settlement-files',
    ids: (_record, _body, { matter }) => {
      const { settlementFileId }: Partial<Case> = matter?.[0] ?? {}
      return settlementFileId === undefined ? [] : [settlementFileId]
    },
  },
} as const satisfies Readonly<Record<string, Need>>

/** The scene of a step on an offer; undefined where not all of it was read, as in the panel. */
export function sceneOf({ related, actor, now }: Situation): OfferScene | undefined {
  const { matter: [matter] = [], patient: [patient] = [], site: [site] = [], rules, offers, file } = related
  if (!matter || !patient || !site || !rules || !offers || !file) return undefined
  return { matter, patient, site, rules, offers: offers as Partial<Offer>[], file: file[0], asker: actor, now }
}
