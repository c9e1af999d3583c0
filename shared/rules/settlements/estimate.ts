import type { Contract } from '#shared/entities/contract.ts'
import type { Coverage } from '#shared/entities/coverage.ts'
import type { SettlementFile } from '#shared/entities/settlementFile.ts'
import { notNow, type Refusal } from '#shared/rules/decision.ts'
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
  if (!contract) return notNow('CONTRACT_MISSING', 'The contract of this file cannot be found.')
  const failed = failedEdits(file, lines)
  if (failed.length > 0 && !editReason)
    return notNow('EDITS_FAILED', `${failed.join(' ')} Mend it, or say why it is right.`)
  const asked = pricingRequest.safeParse({
    currency: file.currency,
    class: file.class,
    classRules: contract.classRules,
    used: coverage?.used,
    lines: lines.map(pricingLineOf),
  })
  if (!asked.success)
    return notNow(
      'LINES_INVALID',
      asked.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join(' '),
    )
  const { lines: amounts, totals } = priceLines(asked.data)
  const given = new Map(lines.map((line) => [line.lineNo, line]))
  const priced = amounts.flatMap((amount) => {
    const line = given.get(amount.lineNo)
    return line ? [{ ...line, ...amount }] : []
  })
  const { contractId, class: ofClass, currency } = file
  return { lines: priced, totals, text: canonical([contractId, ofClass, currency, priced, totals]) }
}
