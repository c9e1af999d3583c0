import { type ClaimLine, claimLine } from '#shared/rules/settlements/claim.ts'
import { formatMinor } from '#shared/values/money.ts'
import { readAmount } from '#shared/values/reading/readAmount.ts'
import { readNumber } from '#shared/values/reading/readNumber.ts'

/** A service as it is being typed. */
export interface EstimateDraft {
  readonly serviceOn: string
  readonly serviceCode: string
  readonly description: string
  readonly serviceCategory: string
  readonly codeSystem?: string
  readonly quantity: string
  readonly unitPrice: string
}

export const blankLine = (serviceOn: string): EstimateDraft => ({
  serviceOn,
  serviceCode: '',
  description: '',
  serviceCategory: '',
  quantity: '1',
  unitPrice: '',
})

/** A stored line for editing, its price as a decimal of the currency. */
export const draftOf = (line: ClaimLine, currency: string): EstimateDraft => ({
  serviceOn: line.serviceOn,
  serviceCode: line.serviceCode,
  description: line.description,
  serviceCategory: line.serviceCategory,
  codeSystem: line.codeSystem,
  quantity: String(line.quantity),
  unitPrice: formatMinor(line.unitPriceMinor, currency),
})

/** The line a draft means, or undefined while something is missing or unreadable. */
export function readLine(
  { unitPrice, quantity, ...draft }: EstimateDraft,
  lineNo: number,
  currency: string,
): ClaimLine | undefined {
  const { codeSystem, ...rest } = draft
  const read = claimLine.safeParse({
    ...rest,
    ...(codeSystem && { codeSystem }),
    lineNo,
    quantity: readNumber(quantity, '.'),
    unitPriceMinor: readAmount(unitPrice, currency, '.'),
  })
  return read.success ? read.data : undefined
}
