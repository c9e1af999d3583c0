import { type TextContext, textOf } from '#admin/entity/text.ts'
import { toWall } from '#admin/language/format.ts'
import type { Field } from '#shared/declaration/field.ts'
import { formatMinor } from '#shared/values/money.ts'

/** A value as it goes to a spreadsheet and comes back unharmed: plain decimals, ISO days, the site's wall clock. */
export function copyText(field: Field, value: unknown, reading: TextContext): string {
  if (value === undefined || value === null) return ''
  switch (field.kind) {
    case 'money':
      return formatMinor(Number(value), reading.currency)
    case 'basisPoints':
      return formatMinor(Number(value), 'SAR')
    case 'integer':
    case 'number':
    case 'day':
      return String(value)
    case 'instant':
      return toWall(String(value), reading.zone).replace('T', ' ')
    default:
      return textOf(field, value, reading).replace(/[\t\r\n]+/g, ' ')
  }
}
