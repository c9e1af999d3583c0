import { type DecimalMark, plainDecimal } from './reading/plainDecimal.ts'

const noMinorUnit = 'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF'.split(' ')
const threeDigits = 'BHD IQD JOD KWD LYD OMR TND'.split(' ')
const fourDigits = 'CLF UYW'.split(' ')
const digitsByCurrency = new Map<string, number>([
  ...noMinorUnit.map((code) => [code, 0] as const),
  ...threeDigits.map((code) => [code, 3] as const),
  ...fourDigits.map((code) => [code, 4] as const),
])

/** Decimals of a currency's minor unit, from ISO 4217 table A.1; two where the standard names no exception. */
export function minorDigits(currency: string): number {
  return digitsByCurrency.get(currency) ?? 2
}

/** Quotient of two integers rounded half away from zero; the denominator is positive, and an unsafe one throws. */
export function roundedQuotient(numerator: bigint, denominator: bigint): number {
  const size = numerator < 0n ? -numerator : numerator
  const rounded = (2n * size + denominator) / (2n * denominator)
  return safeInteger(numerator < 0n ? -rounded : rounded)
}

/** A percentage in basis points of an amount in minor units, rounded half away from zero. */
export function share(amountMinor: number, basisPoints: number): number {
  const product = amountMinor * basisPoints
  if (!Number.isSafeInteger(product)) return roundedQuotient(BigInt(amountMinor) * BigInt(basisPoints), 10_000n)
  const size = Math.abs(product)
  const remainder = size % 10_000
  const rounded = (size - remainder) / 10_000 + (remainder >= 5_000 ? 1 : 0)
  return product < 0 && rounded > 0 ? -rounded : rounded
}

/** Quantity times unit price in minor units; throws RangeError where the product is no longer exact. */
export function extend(quantity: number, unitPriceMinor: number): number {
  const product = quantity * unitPriceMinor
  if (!Number.isSafeInteger(product)) throw new RangeError('The amount is too large to be exact.')
  return product
}

/** Sum of amounts in minor units; throws RangeError where the sum is no longer exact. */
export function sumMinor(amountsMinor: Iterable<number>): number {
  let sum = 0
  for (const amount of amountsMinor) {
    sum += amount
    if (!Number.isSafeInteger(sum)) throw new RangeError('The sum of the amounts is too large to be exact.')
  }
  return sum
}

/** An amount in minor units as a plain decimal with ASCII digits, such as 1234.56, -0.500 or 70. */
export function formatMinor(amountMinor: number, currency: string): string {
  if (!Number.isSafeInteger(amountMinor)) throw new RangeError('The amount is not an exact integer of minor units.')
  const digits = minorDigits(currency)
  const size = String(Math.abs(amountMinor)).padStart(digits + 1, '0')
  const cut = size.length - digits
  const text = digits === 0 ? size : `${size.slice(0, cut)}.${size.slice(cut)}`
  return amountMinor < 0 ? `-${text}` : text
}

/** The amount `formatMinor` wrote, with exactly the decimals of its currency; undefined for any other text. */
export function readMinor(text: string, currency: string): number | undefined {
  const digits = minorDigits(currency)
  const point = text.length - digits - 1
  const plain = digits > 0 && text[point] === '.' ? text.slice(0, point) + text.slice(point + 1) : text
  if (!/^-?\d+$/.test(plain)) return undefined
  const amount = Number(plain)
  return Number.isSafeInteger(amount) && formatMinor(amount, currency) === text ? amount : undefined
}

/**
 * Minor units of an amount as a person types it: digits of every script, groups of three, and the mark of decimals that is
 * given or that of Arabic; undefined for anything else, for too many decimals and beyond the exact range.
 */
export function parseMinor(text: string, currency: string, mark: DecimalMark = '.'): number | undefined {
  const [whole = '', fraction = ''] = plainDecimal(text, mark)?.split('.') ?? []
  const digits = minorDigits(currency)
  if (whole === '' || fraction.length > digits) return undefined
  const minor = Number(BigInt(whole + fraction.padEnd(digits, '0')))
  return Number.isSafeInteger(minor) ? minor : undefined
}

function safeInteger(value: bigint): number {
  const number = Number(value)
  if (!Number.isSafeInteger(number)) throw new RangeError('The amount is too large to be exact.')
  return number
}
