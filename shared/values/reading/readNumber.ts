import { type DecimalMark, plainDecimal } from './plainDecimal.ts'
import { plainText } from './plainText.ts'

// As a spreadsheet writes a small number: 1.5E-07. A large one, such as 1.23457E+11, has lost its last digits and is refused.
const exponent = /e-\d{1,3}$/i

/** A number as a person or a spreadsheet writes it, such as `1,450.5`; undefined for anything else. */
export function readNumber(text: string, mark: DecimalMark): number | undefined {
  const [power = ''] = exponent.exec(plainText(text)) ?? []
  const decimal = plainDecimal(power ? plainText(text).slice(0, -power.length) : text, mark)
  const number = decimal === undefined ? Number.NaN : Number(decimal + power)
  // A nothing has no sign.
  return Number.isFinite(number) ? number + 0 : undefined
}

/** A number as it is written without groups: never with an exponent, which not every reader knows. */
export function decimalText(value: number, mark: DecimalMark = '.'): string {
  let text = String(value)
  // Beyond these sizes a number is whole; below them thirty places hold any number that a field takes.
  if (text.includes('e'))
    text = Math.abs(value) >= 1e21 ? BigInt(value).toString() : value.toFixed(30).replace(/\.?0+$/, '')
  return mark === '.' ? text : text.replace('.', mark)
}
