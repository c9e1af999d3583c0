import {
  type ClassRule,
  type ClassTerms,
  type CoverageClass,
  type DecidedRule,
  type RuleLevel,
  ruleFor,
  type Service,
  type UsedAmounts,
} from './classRule.ts'

/** What a policy grants for one service and what is left of each limit, in minor units; a limit not set is absent. */
export type CoverageAnswer = {
  serviceCode?: string
  serviceCategory: string
  isCovered: boolean
  decidedBy: RuleLevel | 'no-rule'
  terms: ClassTerms
  statedBy: Partial<Record<keyof ClassTerms, RuleLevel>>
  left: { categoryMinor?: number; deductibleMinor?: number; coinsuranceMinor?: number; annualMinor?: number }
}

/** The answer to "does my policy cover this?", from the same rule that prices the line. */
export function explainCoverage(
  rules: readonly ClassRule[],
  ofClass: CoverageClass,
  service: Service,
  used: UsedAmounts = {},
): CoverageAnswer {
  const decided = ruleFor(rules, ofClass, service)
  const terms = decided?.terms ?? {}
  const usedInCategory = new Map(Object.entries(used.categoryMinor ?? {})).get(service.serviceCategory)
  return {
    ...service,
    isCovered: isCovered(decided),
    decidedBy: decided?.decidedBy ?? 'no-rule',
    terms,
    statedBy: decided?.statedBy ?? {},
    left: {
      categoryMinor: left(terms.categoryLimitMinor, usedInCategory),
      deductibleMinor: left(terms.deductibleMinor, terms.deductibleScope === 'line' ? 0 : used.deductibleMinor),
      coinsuranceMinor: left(
        terms.coinsuranceCapMinor,
        terms.coinsuranceCapScope === 'line' ? 0 : used.coinsuranceMinor,
      ),
      annualMinor: left(terms.annualLimitMinor, used.annualMinor),
    },
  }
}

/** Whether a rule covers its service: only where one says so; silence and absence do not. */
export function isCovered(decided: DecidedRule | undefined): boolean {
  return decided?.terms.covered === true
}

/** Whether the payer must approve a service of this net amount first; `above` without a threshold asks always. */
export function requiresApproval(terms: ClassTerms, netMinor: number): boolean {
  if (terms.requiresApproval === 'above') return netMinor > (terms.approvalThresholdMinor ?? -1)
  return terms.requiresApproval === 'always'
}

/** What is left of a limit, never below zero; undefined where no limit is set. */
export function left(limitMinor: number, usedMinor: number | undefined): number
export function left(limitMinor: number | undefined, usedMinor: number | undefined): number | undefined
export function left(limitMinor: number | undefined, usedMinor = 0): number | undefined {
  return limitMinor === undefined ? undefined : Math.max(0, limitMinor - usedMinor)
}
