import { describe, expect, it } from 'vitest'
import { type ClassRule, ruleFor } from '#shared/rules/settlements/classRule.ts'
import { explainCoverage, requiresApproval } from '#shared/rules/settlements/coverage.ts'

const rules: ClassRule[] = [
  {
    class: 'B',
    covered: true,
    coinsuranceBp: 2000,
    annualLimitMinor: 90_000,
    deductibleMinor: 50,
    deductibleScope: 'line',
  },
  { class: 'B', serviceCategory: 'dental', covered: false, coinsuranceBp: 3000, categoryLimitMinor: 40_000 },
  { class: 'B', serviceCode: 'X1', covered: true },
  { class: 'A', covered: true },
]

describe('the rule for a service', () => {
  it('is that of the exact code, which inherits from its category and then from the class default', () => {
    const decided = ruleFor(rules, 'B', { serviceCode: 'X1', serviceCategory: 'dental' })
    expect(decided?.decidedBy).toBe('service-code')
    expect(decided?.terms).toMatchObject({ covered: true, coinsuranceBp: 3000, annualLimitMinor: 90_000 })
    expect(decided?.statedBy).toMatchObject({
      covered: 'service-code',
      coinsuranceBp: 'service-category',
      annualLimitMinor: 'class-default',
    })
  })

  it('is that of the category, then the default, then none', () => {
    expect(ruleFor(rules, 'B', { serviceCode: 'X2', serviceCategory: 'dental' })?.decidedBy).toBe('service-category')
    expect(ruleFor(rules, 'B', { serviceCode: 'X2', serviceCategory: 'imaging' })?.decidedBy).toBe('class-default')
    expect(ruleFor(rules, 'VIP', { serviceCode: 'X1', serviceCategory: 'dental' })).toBeUndefined()
  })
})

describe('what a policy covers', () => {
  it('includes the remaining amounts', () => {
    const used = { categoryMinor: { dental: 45_000 }, annualMinor: 30_000, deductibleMinor: 50 }
    const answer = explainCoverage(rules, 'B', { serviceCode: 'X1', serviceCategory: 'dental' }, used)
    expect(answer).toMatchObject({ isCovered: true, decidedBy: 'service-code' })
    expect(answer.left).toEqual({ categoryMinor: 0, annualMinor: 60_000, deductibleMinor: 50 })
  })

  it('is nothing without a rule', () => {
    const answer = explainCoverage(rules, 'C', { serviceCategory: 'dental' })
    expect(answer).toMatchObject({ isCovered: false, decidedBy: 'no-rule', terms: {} })
  })
})

describe('approval', () => {
  it.each([
    [{ requiresApproval: 'always' as const }, 1, true],
    [{ requiresApproval: 'never' as const }, 1_000_000, false],
    [{}, 1_000_000, false],
    [{ requiresApproval: 'above' as const, approvalThresholdMinor: 50_000 }, 50_000, false],
    [{ requiresApproval: 'above' as const, approvalThresholdMinor: 50_000 }, 50_001, true],
    [{ requiresApproval: 'above' as const }, 0, true],
  ])('under %j for %i is %s', (terms, netMinor, expected) => {
    expect(requiresApproval(terms, netMinor)).toBe(expected)
  })
})
