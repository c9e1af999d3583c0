import type { Field, FieldKind } from '#shared/declaration/field.ts'
import type { CsvColumn } from '#shared/values/csv.ts'
import type { ReadingContext } from '#shared/values/reading/context.ts'
import { cleaned, plainText } from '#shared/values/reading/plainText.ts'
import { readAmount, readBasisPoints } from '#shared/values/reading/readAmount.ts'
import { readBoolean } from '#shared/values/reading/readBoolean.ts'
import { readDay } from '#shared/values/reading/readDay.ts'
import { readInstant } from '#shared/values/reading/readInstant.ts'
import { decimalText, readNumber } from '#shared/values/reading/readNumber.ts'
import { readPhone } from '#shared/values/reading/readPhone.ts'

const numeric: readonly FieldKind[] = ['integer', 'number', 'money', 'basisPoints']
const between = ';'

/** The column a field is in a file of records; its name is the field's own. */
export const columnOf = (name: string, field: Field | undefined): CsvColumn => ({
  name,
  kind: field && numeric.includes(field.kind) ? 'number' : 'text',
})

/**
 * What a field's value is in a cell: numbers as plain decimals (money in minor units), several values joined by
 * semicolons, nested ones as JSON; nothing is an empty cell.
 */
export function cellOf(value: unknown): string {
  if (value === undefined || value === null) return ''
  if (typeof value === 'number') return decimalText(value)
  if (Array.isArray(value) && value.every((each) => typeof each === 'string')) return value.join(between)
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}

/**
 * The value that a text means to a field, whichever door it came by: a cell of a file, the clipboard, or a form. What it
 * cannot mean, and what may mean two things, is left as text, for the field's own check to refuse.
 */
export function cellValue({ kind }: Field, text: string, context: ReadingContext): unknown {
  const { decimalMark, currency, isStored } = context
  switch (kind) {
    case 'integer':
    case 'number':
      return readNumber(text, decimalMark) ?? text
    case 'money':
      return (isStored ? wholeNumber(text) : readAmount(text, currency, decimalMark)) ?? text
    case 'basisPoints':
      return (isStored ? wholeNumber(text) : readBasisPoints(text, decimalMark)) ?? text
    case 'boolean':
      return readBoolean(text) ?? text
    case 'day':
      return readDay(text, context) ?? text
    case 'instant':
      return readInstant(text, context) ?? text
    case 'phone':
      return readPhone(text) ?? text
    case 'choices':
    case 'references':
      return text.split(between).map(cleaned).filter(Boolean)
    case 'choice':
    case 'reference':
    case 'term':
    case 'email':
    case 'currency':
      return cleaned(text)
    case 'group':
    case 'list':
    case 'texts':
    case 'data':
      return json(text) ?? text
    default:
      return text
  }
}

function wholeNumber(text: string): number | undefined {
  const plain = plainText(text)
  return /^-?\d+$/.test(plain) ? Number(plain) + 0 : undefined
}

function json(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
