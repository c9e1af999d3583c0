import { OfferRule } from '#shared/entities/offerRule.ts'
import type { Site } from '#shared/entities/site.ts'
import { type Refusal, refuse } from '#shared/refusals.ts'
import type { ActionRule, Need, OtherUpdate, RelatedRecords, Rules } from '#shared/rules/decision.ts'
import { lastDayBefore, siteDay } from '#shared/rules/settings/profileVersions.ts'
import { isSame } from '#shared/values/canonical.ts'
import { remedyNatures } from './remedies.ts'
import type { RuleRecord } from './ruleInForce.ts'

const needs = {
  site: { one: 'sites', id: ({ siteId }) => siteId },
  versions: { under: 'offer-rules', id: ({ siteId }) => siteId },
} as const satisfies Readonly<Record<string, Need>>

/** The other versions of a rule, in the order in which they come into force; drafts have no day. */
const othersOf = ({ id, code }: RuleRecord, { versions = [] }: RelatedRecords): RuleRecord[] =>
  versions
    .map((each): RuleRecord => each)
    .filter((each) => each.code === code && each.id !== id)
    .sort((a, b) => (a.validFrom ?? '').localeCompare(b.validFrom ?? ''))

const publishedOf = (rule: RuleRecord, related: RelatedRecords): RuleRecord[] =>
  othersOf(rule, related).filter(({ status }) => status === 'published')

/** The version before a day ends when the one after it begins, or lasts on. */
function endOfEarlier(published: readonly RuleRecord[], day: string, nextDay: string | undefined): OtherUpdate[] {
  const earlier = published.findLast(({ validFrom = '' }) => validFrom < day)
  if (!earlier?.id) return []
  const body = nextDay === undefined ? {} : { validTo: lastDayBefore(nextDay) }
  return [{ resource: OfferRule.resource, id: earlier.id, step: 'set-end', body }]
}

/** A draft comes into force on a day, today at the earliest, and two versions of a rule never on one day. */
const publish: ActionRule = {
  needs,
  decide: ({ record, body, related, now }) => {
    const rule: RuleRecord = record
    const site: Partial<Site> | undefined = related.site?.[0]
    if (!site) return refuse('NOT_FOUND')
    if (!rule.wording?.en) return refuse('RULE_WORDING')
    if (othersOf(rule, related).some(({ remedy }) => remedy !== rule.remedy)) return refuse('RULE_REMEDY')
    const today = siteDay(site, now)
    const validFrom = String(body.validFrom ?? today)
    // A button asks before its form has given a day.
    if (!/^\d/.test(validFrom)) return { changes: {} }
    if (validFrom < today) return refuse('RULE_PAST', { day: today })
    const published = publishedOf(rule, related)
    if (published.some((each) => each.validFrom === validFrom)) return refuse('RULE_DAY', { day: validFrom })
    const next = published.find((each) => (each.validFrom ?? '') > validFrom)
    const validTo = next?.validFrom === undefined ? null : lastDayBefore(next.validFrom)
    return { changes: { validFrom, validTo }, updates: endOfEarlier(published, validFrom, validFrom) }
  },
}

/** A version that has not come into force yet is taken back, and the one before it lasts on. */
const withdraw: ActionRule = {
  needs,
  decide: ({ record, related, now }) => {
    const rule: RuleRecord = record
    const { validFrom = '' } = rule
    if (validFrom <= siteDay(related.site?.[0] ?? {}, now)) return refuse('RULE_IN_FORCE')
    const published = publishedOf(rule, related)
    const next = published.find((each) => (each.validFrom ?? '') > validFrom)
    return { changes: { validTo: null }, updates: endOfEarlier(published, validFrom, next?.validFrom) }
  },
}

/** A draft of the next version begins with what any version says. */
const copy: ActionRule = {
  needs,
  decide: ({ record, body, related }) => {
    const rule: RuleRecord = record
    const fields = Object.keys(OfferRule.fields).map((name) => [name, record[name]])
    const versions = [rule, ...othersOf(rule, related)].map(({ ruleVersion = 1 }) => ruleVersion)
    const values = Object.fromEntries(fields.filter(([, value]) => value !== undefined))
    const ruleVersion = Math.max(...versions) + 1
    return {
      changes: {},
      creates: [{ resource: OfferRule.resource, values: { ...values, name: body.newName, ruleVersion } }],
    }
  },
}

const setEnd: ActionRule = { decide: ({ body: { validTo = null } }) => ({ changes: { validTo } }) }

/** What no rule of a site may say, whatever else it allows. */
function misfit({ remedy, faultClasses = [], limits = [], patientCapMinor = 0 }: RuleRecord): Refusal | undefined {
  const isForOwnFault = remedy !== undefined && remedyNatures[remedy].isForOwnFault
  if (isForOwnFault && !isSame(faultClasses, ['own-fault'])) return refuse('RULE_OWN_FAULT')
  const isBelow = patientCapMinor < 0 || limits.some(({ maxMinor = 0 }) => maxMinor < 0)
  return isBelow ? refuse('RULE_BELOW_NOTHING') : undefined
}

/** Every rule about offer rules: their versions follow one another, and a published one is never edited. */
export const offerRuleRules: Rules = {
  derivation: {
    derive: ({ ruleVersion }) => ({ ruleVersion: ruleVersion ?? 1 }),
    check: (record, before) => {
      const isFixed = before !== undefined && before.status !== 'draft'
      const isEdited = isFixed && Object.keys(OfferRule.fields).some((name) => !isSame(record[name], before[name]))
      return isEdited ? refuse('RULE_FIXED') : misfit(record as RuleRecord)
    },
  },
  deletion: ({ status }) => (status === 'draft' ? undefined : refuse('RULE_KEPT')),
  actions: { publish, withdraw, copy, 'set-end': setEnd },
}
