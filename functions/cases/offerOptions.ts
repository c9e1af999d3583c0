import { idOf, operation, type Request } from '#functions/platform/http/operation.ts'
import { load } from '#functions/platform/records/load.ts'
import { getChildren, getRecord } from '#functions/platform/store/read.ts'
import { offerOptions as contract, type OfferOptionReply } from '#shared/api/offers.ts'
import { holdsAny } from '#shared/declaration/access.ts'
import { problem } from '#shared/declaration/problem.ts'
import { type Role, roles } from '#shared/declaration/roles.ts'
import { Case } from '#shared/entities/case.ts'
import { Offer } from '#shared/entities/offer.ts'
import { OfferRule } from '#shared/entities/offerRule.ts'
import { Patient } from '#shared/entities/patient.ts'
import { SettlementFile } from '#shared/entities/settlementFile.ts'
import { Site } from '#shared/entities/site.ts'
import { type OfferOption, offerOptions as optionsOf } from '#shared/rules/offers/offerOptions.ts'

/** Every remedy with what the caller, or the role that is tried, may do with it in a case. */
export const offerOptions = operation<OfferOptionReply[]>(contract, async (request) => {
  const { context, actor } = request
  const asker = { userId: actor.userId, roles: triedRole(request) ?? actor.roles }
  const { record: matter } = await load(context, Case, idOf(request), { consistent: true })
  const read = { meter: context.meter, consistent: true }
  const { patientId, siteId, settlementFileId } = matter
  const [patient, site, file, rules, offers] = await Promise.all([
    getRecord(Patient, patientId, read),
    getRecord(Site, siteId, read),
    settlementFileId ? getRecord(SettlementFile, settlementFileId, read) : undefined,
    getChildren(OfferRule, siteId, context.meter),
    getChildren(Offer, matter.id, context.meter),
  ])
  if (!patient || !site) throw problem('NOT_FOUND')
  const present = offers.map(({ record }) => record).filter(({ deletedAt }) => deletedAt === undefined)
  const options = optionsOf({
    matter,
    patient: patient.record,
    site: site.record,
    file: file?.record,
    rules: rules.map(({ record }) => record).filter(({ deletedAt }) => deletedAt === undefined),
    offers: present,
    asker,
    now: context.origin.at,
  })
  return { body: options.map(replyOf) }
})

/** The role that a director or an administrator tries; undefined without one. Throws the refusal of anybody else. */
function triedRole({ query, actor }: Request): readonly Role[] | undefined {
  const { as } = query
  if (as === undefined) return undefined
  const role = roles.find((each) => each === as)
  if (!role) throw problem('MALFORMED', { name: 'as' })
  if (!holdsAny(actor, ['director', 'admin'])) throw problem('ROLE')
  return [role]
}

function replyOf({ wording, rule, why, approvers, needs, ...option }: OfferOption): OfferOptionReply {
  return {
    ...option,
    why: { ...why },
    approvers: [...approvers],
    needs: [...needs],
    ...(wording && { wording: wording.text, wordingLanguage: wording.language, isWordingFixed: wording.isFixed }),
    ...(rule && { ruleCode: rule.code, ruleVersion: rule.ruleVersion, ...(rule.id && { ruleId: rule.id }) }),
  }
}
