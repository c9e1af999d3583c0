import { type NamedField, type TextContext, textOf } from '#admin/entity/valueText.ts'
import { toWall } from '#admin/language/format.ts'
import { formatMinor } from '#shared/values/money.ts'

/** A value as text for a spreadsheet, which reads back as the same value: plain decimals, ISO days, the site's local time. */
export function copyText(column: NamedField, value: unknown, context: TextContext): string {
  if (value === undefined || value === null) return ''
  switch (column.field.kind) {
    case 'money':
      return formatMinor(Number(value), context.currency)
    case 'basisPoints':
      return formatMinor(Number(value), 'SAR')
    case 'integer':
    case 'number':
    case 'day':
      return String(value)
    case 'instant':
      return toWall(String(value), context.zone).replace('T', ' ')
    default:
      return textOf(column, value, context).replace(/[\t\r\n]+/g, ' ')
  }
}
