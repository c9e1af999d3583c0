import * as z from 'zod'
import { amountMinor } from '#shared/rules/classRule.ts'

const line = {
  lineNo: z.int().positive().max(999),
  serviceOn: z.iso.date(),
  codeSystem: z.string().max(20).optional(),
  serviceCode: z.string().trim().min(1).max(40),
  description: z.string().trim().min(1).max(200),
  serviceCategory: z.string().trim().min(1).max(40),
  quantity: z.int().positive().max(9_999),
  unitPriceMinor: amountMinor.max(1_000_000_000),
}

const amounts = {
  grossMinor: z.int(),
  discountMinor: z.int(),
  netMinor: z.int(),
  nonCoveredMinor: z.int(),
  exceedLimitMinor: z.int(),
  deductibleMinor: z.int(),
  coinsuranceBasisMinor: z.int(),
  coinsuranceRawMinor: z.int(),
  coinsuranceMinor: z.int(),
  annualExcessMinor: z.int(),
  payerShareMinor: z.int(),
  patientShareMinor: z.int(),
}

/** One service of a settlement file before it is priced; the unit price in minor units of the contract's currency. */
export const claimLine = z.strictObject(line)
export type ClaimLine = z.infer<typeof claimLine>

/** The same service with every amount of its calculation. */
export const pricedClaimLine = z.strictObject({ ...line, ...amounts })
export type PricedClaimLine = z.infer<typeof pricedClaimLine>

/** The sums of a file over its priced lines, in minor units. */
export const fileTotals = z.strictObject(amounts)
export type FileTotals = z.infer<typeof fileTotals>

/** What a sealed batch promises; see `ControlTotals` in batch. */
export const batchTotals = z.strictObject({
  files: z.int(),
  lines: z.int(),
  quantity: z.int(),
  grossMinor: z.int(),
  discountMinor: z.int(),
  netMinor: z.int(),
  patientShareMinor: z.int(),
  payerShareMinor: z.int(),
  taxMinor: z.int(),
  hashTotal: z.int(),
})
