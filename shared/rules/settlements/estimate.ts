import type { Contract } from '#shared/entities/contract.ts'
import type { Coverage } from '#shared/entities/coverage.ts'
import type { SettlementFile } from '#shared/entities/settlementFile.ts'
import { type Refusal, refuse } from '#shared/refusals.ts'
import { canonical } from '#shared/values/canonical.ts'
import { type ClaimLine, type FileTotals, type PricedClaimLine, pricingLineOf } from './claim.ts'
import { failedEdits } from './claimEdits.ts'
import { priceLines, pricingRequest } from './pricing.ts'

/** What an estimate is made of: the file, the agreement and the membership that price it, and the services given. */
export interface EstimateBasis {
  readonly file: Partial<SettlementFile>
  readonly contract: Partial<Contract> | undefined
  readonly coverage: Partial<Coverage> | undefined
  readonly lines: readonly ClaimLine[]
  /** Why the file goes on although an edit fails. */
  readonly editReason?: string
}

/** Priced lines, their sums, and the text whose hash says that no amount has changed since. */
export interface Estimate {
  readonly lines: readonly PricedClaimLine[]
  readonly totals: FileTotals
  readonly text: string
}

/** Prices a file's services by its contract; amounts in minor units of the contract's currency. */
export function estimateOf({ file, contract, coverage, lines, editReason }: EstimateBasis): Estimate | Refusal {
  if (!contract) return refuse('CONTRACT_MISSING')
  const failed = failedEdits(file, lines)
  if (failed.length > 0 && !editReason) return refuse('EDITS_FAILED', { reasons: failed })
  const request = pricingRequest.safeParse({
    currency: file.currency,
    class: file.class,
    classRules: contract.classRules,
    used: coverage?.used,
    lines: lines.map(pricingLineOf),
  })
  if (!request.success)
    return refuse('LINES_INVALID', { fields: request.error.issues.map(({ path }) => path.join('.')) })
  const { lines: amounts, totals } = priceLines(request.data)
  const byNumber = new Map(lines.map((line) => [line.lineNo, line]))
  const priced = amounts.flatMap((amount) => {
    const line = byNumber.get(amount.lineNo)
    return line ? [{ ...line, ...amount }] : []
  })
  const { contractId, class: ofClass, currency } = file
  return { lines: priced, totals, text: canonical([contractId, ofClass, currency, priced, totals]) }
}
