import { parseMinor } from '../money.ts'
import type { DecimalMark } from './plainDecimal.ts'
import { cleaned, plainText } from './plainText.ts'

/** Minor units of an amount with or without its own currency's code: `1,450.00`, `SAR 1,450`; undefined for any other text. */
export function readAmount(text: string, currency: string, mark: DecimalMark): number | undefined {
  const plain = plainText(text)
  const upper = plain.toUpperCase()
  const hasCode = currency !== '' && (upper.startsWith(currency) || upper.endsWith(currency))
  return parseMinor(hasCode ? cleaned(upper.replace(currency, '')) : plain, currency, mark)
}

/** Hundredths of a percent of a percentage with or without its sign: `20`, `12.5 %`; undefined for any other text. */
export function readBasisPoints(text: string, mark: DecimalMark): number | undefined {
  const plain = plainText(text).replace(/ ?[%\u066a]$|^[%\u066a] ?/, '')
  // A percentage has two decimals, as riyals have.
  return parseMinor(plain, 'SAR', mark)
}
