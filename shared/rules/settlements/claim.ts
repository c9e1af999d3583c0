import * as z from 'zod'
import { text } from '#shared/declaration/field.ts'
import { type AmountName, amountNames } from './amounts.ts'
import { amountMinor } from './classRule.ts'

/** Lines of one file: with their history they stay below the 400 KB that DynamoDB allows one item. */
export const mostLines = 200

// A bar or a line end would break the canonical row that a sealed batch hashes.
const code = text(40).schema.refine((value) => !/[|\r\n]/.test(value), 'BAR_OR_LINE_END')

const line = {
  lineNo: z.int().positive().max(999),
  serviceOn: z.iso.date(),
  codeSystem: text(20).schema.optional(),
  serviceCode: code,
  description: text(200).schema,
  serviceCategory: text(40).schema,
  quantity: z.int().positive().max(9_999),
  unitPriceMinor: amountMinor.max(1_000_000_000),
}

const amounts = Object.fromEntries(amountNames.map((name) => [name, z.int()])) as Record<AmountName, z.ZodInt>

/** One service of a settlement file before it is priced; the unit price in minor units of the contract's currency. */
export const claimLine = z.strictObject(line)
export type ClaimLine = z.infer<typeof claimLine>

/** What of a service its price depends on. */
export const pricingLineOf = ({ lineNo, serviceCode, serviceCategory, quantity, unitPriceMinor }: ClaimLine) => ({
  lineNo,
  serviceCode,
  serviceCategory,
  quantity,
  unitPriceMinor,
})

/** The services of a file as an accountant enters them. */
export const claimLines = z.array(claimLine).min(1).max(mostLines)

/** The same service with every amount of its calculation. */
export const pricedClaimLine = z.strictObject({ ...line, ...amounts })
export type PricedClaimLine = z.infer<typeof pricedClaimLine>

/** The sums of a file over its priced lines, in minor units. */
export const fileTotals = z.strictObject(amounts)
export type FileTotals = z.infer<typeof fileTotals>

/** What a sealed batch promises; `hashTotal` sums the numeric sequences of its files. */
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
export type ControlTotals = z.infer<typeof batchTotals>
