import * as z from 'zod'
import {
  basisPoints,
  boolean,
  choice,
  integer,
  money,
  objectOf,
  required,
  text,
  type Values,
} from '#shared/declaration/field.ts'
import { coverageClasses } from '#shared/entities/choices.ts'

/** An amount in minor units of its currency, never negative, exact as a JavaScript integer. */
export const amountMinor = z.int().nonnegative()

/** The class of cover a member holds under a contract. */
export const coverageClass = z.enum(coverageClasses)
export type CoverageClass = z.infer<typeof coverageClass>

const amount = () => ({ ...money(), schema: amountMinor })
const scope = () => choice(['line', 'encounter', 'year'])
const terms = {
  covered: boolean(),
  discountBp: basisPoints(),
  coinsuranceBp: basisPoints(),
  coinsuranceCapMinor: amount(),
  coinsuranceCapScope: scope(),
  deductibleMinor: amount(),
  deductibleScope: scope(),
  categoryLimitMinor: amount(),
  annualLimitMinor: amount(),
  requiresApproval: choice(['always', 'never', 'above']),
  approvalThresholdMinor: amount(),
  waitingDays: integer(0, Number.MAX_SAFE_INTEGER),
}
const termNames = Object.keys(terms) as (keyof typeof terms)[]

/** The fields of a rule: the class, the service it is about, and the terms granted for it. */
export const classRuleFields = {
  class: required(choice(coverageClasses)),
  serviceCategory: text(80),
  serviceCode: text(80),
  ...terms,
}

/** What a contract grants one class for one service code, one category, or by default; unstated terms are inherited. */
export const classRule = objectOf(classRuleFields).refine(
  (rule) => rule.serviceCategory === undefined || rule.serviceCode === undefined,
  { message: 'CODE_OR_CATEGORY', path: ['serviceCode'] },
)
export type ClassRule = Values<typeof classRuleFields>
export type ClassTerms = Omit<ClassRule, 'class' | 'serviceCategory' | 'serviceCode'>

/** The rules of a contract; two rules for the same class and the same service are refused. */
export const classRules = z.array(classRule).superRefine((rules, context) => {
  const seen = new Set<string>()
  rules.forEach((rule, index) => {
    const key = `${rule.class} ${keyOf(rule)}`
    if (seen.has(key)) context.addIssue({ code: 'custom', path: [index], message: 'RULE_TWICE' })
    seen.add(key)
  })
})

/** What earlier files of the same coverage and period have already used up, in minor units. */
export const usedAmounts = z.strictObject({
  categoryMinor: z.record(z.string().min(1).max(80), amountMinor).optional(),
  deductibleMinor: amountMinor.optional(),
  coinsuranceMinor: amountMinor.optional(),
  annualMinor: amountMinor.optional(),
})
export type UsedAmounts = z.infer<typeof usedAmounts>

export type RuleLevel = 'service-code' | 'service-category' | 'class-default'
export type Service = { serviceCode?: string; serviceCategory: string }

/** The terms in force for a service: the most specific rule as written, the merged terms, and who stated each. */
export type DecidedRule = {
  decidedBy: RuleLevel
  rule: ClassRule
  terms: ClassTerms
  statedBy: Partial<Record<keyof ClassTerms, RuleLevel>>
}

/** The rule for a service by exact code, else category, else class default, or undefined: then nothing is covered. */
export function ruleFor(
  rules: readonly ClassRule[],
  ofClass: CoverageClass,
  service: Service,
): DecidedRule | undefined {
  return ruleBook(rules, ofClass)(service)
}

/** `ruleFor` of one class, each service decided once, for pricing many lines. */
export function ruleBook(
  rules: readonly ClassRule[],
  ofClass: CoverageClass,
): (service: Service) => DecidedRule | undefined {
  const byKey = new Map(rules.filter((rule) => rule.class === ofClass).map((rule) => [keyOf(rule), rule]))
  const decided = new Map<string, DecidedRule | undefined>()
  return ({ serviceCode, serviceCategory }) => {
    const codeKey = serviceCode === undefined ? '' : keyOf({ serviceCode })
    const key = `${codeKey}\n${serviceCategory}`
    if (!decided.has(key)) {
      const chain: [RuleLevel, ClassRule | undefined][] = [
        ['service-code', byKey.get(codeKey)],
        ['service-category', byKey.get(keyOf({ serviceCategory }))],
        ['class-default', byKey.get(keyOf({}))],
      ]
      decided.set(key, merge(chain.filter((link): link is [RuleLevel, ClassRule] => link[1] !== undefined)))
    }
    return decided.get(key)
  }
}

function merge(chain: [RuleLevel, ClassRule][]): DecidedRule | undefined {
  const [first] = chain
  if (!first) return undefined
  const decided: DecidedRule = { decidedBy: first[0], rule: first[1], terms: {}, statedBy: {} }
  for (const name of termNames) {
    const stating = chain.find(([, rule]) => rule[name] !== undefined)
    if (!stating) continue
    Object.assign(decided.terms, { [name]: stating[1][name] })
    decided.statedBy[name] = stating[0]
  }
  return decided
}

function keyOf(rule: { serviceCode?: string; serviceCategory?: string }): string {
  if (rule.serviceCode !== undefined) return `code ${rule.serviceCode}`
  return rule.serviceCategory === undefined ? 'default' : `category ${rule.serviceCategory}`
}
