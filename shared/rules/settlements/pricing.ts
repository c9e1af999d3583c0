import * as z from 'zod'
import { currency } from '#shared/declaration/field.ts'
import { extend, share, sumMinor } from '#shared/values/money.ts'
import { amountNames, type PricedAmounts } from './amounts.ts'
import {
  amountMinor,
  classRules,
  coverageClass,
  type DecidedRule,
  ruleBook,
  type UsedAmounts,
  usedAmounts,
} from './classRule.ts'
import { isCovered, left } from './coverage.ts'

const pricingLine = z.strictObject({
  lineNo: z.int().positive(),
  serviceCode: z.string().min(1).max(80),
  serviceCategory: z.string().min(1).max(80),
  quantity: z.int().positive(),
  unitPriceMinor: amountMinor,
})
export type PricingLine = z.infer<typeof pricingLine>

/** Lines to price under the rules of one class; a repeated line number and sums beyond exactness are refused. */
export const pricingRequest = z
  .strictObject({
    currency: currency().schema,
    class: coverageClass,
    classRules,
    lines: z.array(pricingLine).min(1),
    used: usedAmounts.optional(),
  })
  .superRefine(({ lines }, context) => {
    const seen = new Set<number>()
    let total = 0
    lines.forEach((line, index) => {
      const refuseIn = (field: string, message: string) =>
        context.addIssue({ code: 'custom', path: ['lines', index, field], message })
      if (seen.has(line.lineNo)) refuseIn('lineNo', 'LINE_TWICE')
      seen.add(line.lineNo)
      total += line.quantity * line.unitPriceMinor
      if (total > Number.MAX_SAFE_INTEGER) refuseIn('unitPriceMinor', 'AMOUNT_LARGE')
    })
  })
export type PricingRequest = z.infer<typeof pricingRequest>

export type PricedLine = { lineNo: number } & PricedAmounts
export type PricingResult = { lines: PricedLine[]; totals: PricedAmounts }

type LimitUse = { category: Map<string, number>; deductible: number; coinsurance: number; annual: number }

/**
 * Prices lines in the order of their numbers: discount, not covered, category limit, deductible, coinsurance and its
 * cap, annual limit; each percentage is rounded once, and a deductible or cap without a scope holds per encounter.
 */
export function priceLines(request: PricingRequest): PricingResult {
  const ruleOf = ruleBook(request.classRules, request.class)
  const running = startFrom(request.used ?? {})
  const inOrder = [...request.lines].sort((a, b) => a.lineNo - b.lineNo)
  const lines = inOrder.map((line) => priceLine(line, ruleOf(line), running))
  return { lines, totals: totalsOf(lines) }
}

/** Sums of priced lines, amount by amount. */
export function totalsOf(lines: readonly PricedAmounts[]): PricedAmounts {
  const sums = amountNames.map((name) => [name, sumMinor(lines.map((line) => line[name]))] as const)
  return Object.fromEntries(sums) as PricedAmounts
}

function priceLine(line: PricingLine, decided: DecidedRule | undefined, running: LimitUse): PricedLine {
  const grossMinor = extend(line.quantity, line.unitPriceMinor)
  const covered = isCovered(decided)
  const discountMinor = share(grossMinor, (covered ? decided?.terms : decided?.rule)?.discountBp ?? 0)
  const netMinor = grossMinor - discountMinor
  const start = { lineNo: line.lineNo, grossMinor, discountMinor, netMinor }
  if (!decided || !covered) return { ...start, ...notCovered(netMinor) }

  const { terms } = decided
  const usedInCategory = running.category.get(line.serviceCategory) ?? 0
  const eligible = Math.min(netMinor, left(terms.categoryLimitMinor, usedInCategory) ?? netMinor)
  running.category.set(line.serviceCategory, usedInCategory + eligible)

  const perLine = terms.deductibleScope === 'line'
  const deductibleMinor = Math.min(eligible, left(terms.deductibleMinor ?? 0, perLine ? 0 : running.deductible))
  if (!perLine) running.deductible += deductibleMinor

  const coinsuranceBasisMinor = eligible - deductibleMinor
  const coinsuranceRawMinor = share(coinsuranceBasisMinor, terms.coinsuranceBp ?? 0)
  const isShared = terms.coinsuranceCapMinor !== undefined && terms.coinsuranceCapScope !== 'line'
  const capLeft = left(terms.coinsuranceCapMinor, isShared ? running.coinsurance : 0) ?? coinsuranceRawMinor
  const coinsuranceMinor = Math.min(coinsuranceRawMinor, capLeft)
  if (isShared) running.coinsurance += coinsuranceMinor

  const owed = coinsuranceBasisMinor - coinsuranceMinor
  const payerShareMinor = Math.min(owed, left(terms.annualLimitMinor, running.annual) ?? owed)
  running.annual += payerShareMinor
  return {
    ...start,
    nonCoveredMinor: 0,
    exceedLimitMinor: netMinor - eligible,
    deductibleMinor,
    coinsuranceBasisMinor,
    coinsuranceRawMinor,
    coinsuranceMinor,
    annualExcessMinor: owed - payerShareMinor,
    payerShareMinor,
    patientShareMinor: netMinor - payerShareMinor,
  }
}

function notCovered(netMinor: number) {
  return {
    nonCoveredMinor: netMinor,
    exceedLimitMinor: 0,
    deductibleMinor: 0,
    coinsuranceBasisMinor: 0,
    coinsuranceRawMinor: 0,
    coinsuranceMinor: 0,
    annualExcessMinor: 0,
    payerShareMinor: 0,
    patientShareMinor: netMinor,
  }
}

function startFrom(used: UsedAmounts): LimitUse {
  return {
    category: new Map(Object.entries(used.categoryMinor ?? {})),
    deductible: used.deductibleMinor ?? 0,
    coinsurance: used.coinsuranceMinor ?? 0,
    annual: used.annualMinor ?? 0,
  }
}
