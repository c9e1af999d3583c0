import type { Case } from '#shared/entities/case.ts'
import type { Offer, Remedy } from '#shared/entities/offer.ts'
import type { OfferRule } from '#shared/entities/offerRule.ts'
import { type StandingRule, standardRules } from './standardRules.ts'

/** A version of a rule as far as it was read. */
export type RuleRecord = Partial<OfferRule>

/** A version of a site's rule as it is asked. */
const standing = (record: RuleRecord): StandingRule => ({
  ...(record as OfferRule),
  limits: record.limits ?? [],
  ruleVersion: record.ruleVersion ?? 1,
  wording: record.wording ?? {},
})

const isEarlier = (one: RuleRecord, other: RuleRecord): boolean => {
  const [first = '', second = ''] = [one.validFrom, other.validFrom]
  return first === second ? (one.ruleVersion ?? 0) < (other.ruleVersion ?? 0) : first < second
}

const newerFirst = (a: RuleRecord, b: RuleRecord): number => Number(isEarlier(a, b)) - Number(isEarlier(b, a))

/** The version of each code that is in force on a day of the site: of those published, the newest that has begun. */
export function rulesInForce(rules: readonly RuleRecord[], today: string): StandingRule[] {
  const newest = new Map<string, RuleRecord>()
  for (const rule of rules) {
    const { code = '', status, validFrom } = rule
    if (status !== 'published' || validFrom === undefined || validFrom > today) continue
    const known = newest.get(code)
    if (!known || isEarlier(known, rule)) newest.set(code, rule)
  }
  return [...newest.values()].filter(({ validTo }) => validTo === undefined || validTo >= today).map(standing)
}

/** What of a case decides which rule is for it. */
export type JudgedMatter = Pick<Partial<Case>, 'faultClass' | 'type'>

/** Whether a rule is for a case: without faults it is for each, and for one that nobody has judged yet. */
export function isForMatter({ faultClasses = [], caseTypes = [] }: StandingRule, { faultClass, type }: JudgedMatter) {
  const isForFault = faultClasses.length === 0 || faultClasses.some((each) => each === faultClass)
  return isForFault && (caseTypes.length === 0 || caseTypes.some((each) => each === type))
}

// A rule for a fault goes before one for a type, and that before one for every case.
const rank = ({ faultClasses = [], caseTypes = [] }: StandingRule): number =>
  (faultClasses.length > 0 ? 2 : 0) + (caseTypes.length > 0 ? 1 : 0)

/**
 * The rule of a remedy for a case: the most specific one of the site, and a standard one only where the site has none of
 * this remedy in force. Undefined where none is for this case.
 */
export function ruleFor(
  remedy: Remedy,
  matter: JudgedMatter,
  rules: readonly RuleRecord[],
  today: string,
): StandingRule | undefined {
  const own = rulesInForce(rules, today).filter((rule) => rule.remedy === remedy)
  const known = own.length > 0 ? own : standardRules.filter((rule) => rule.remedy === remedy)
  const fitting = known.filter((rule) => isForMatter(rule, matter))
  return fitting.sort((a, b) => rank(b) - rank(a) || newerFirst(a, b) || (a.code < b.code ? -1 : 1))[0]
}

/** The rule by which an offer was submitted, whatever came into force since. */
export function ruleOfOffer(offer: Partial<Offer>, rules: readonly RuleRecord[]): StandingRule | undefined {
  const { ruleId, ruleCode, remedy } = offer
  if (ruleId === undefined) return standardRules.find((rule) => rule.code === ruleCode && rule.remedy === remedy)
  const record = rules.find(({ id }) => id === ruleId)
  return record && standing(record)
}
