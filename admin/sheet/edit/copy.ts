import { type NamedField, type TextContext, textOf } from '#admin/entity/valueText.ts'
import { decimalMarkOf, toWall } from '#admin/language/format.ts'
import type { Field } from '#shared/declaration/field.ts'
import { foldIdentity } from '#shared/values/fold.ts'
import { formatMinor } from '#shared/values/money.ts'
import { cleaned } from '#shared/values/reading/plainText.ts'
import { decimalText } from '#shared/values/reading/readNumber.ts'
import { instantOf, wallAt } from '#shared/values/zonedTime.ts'

/**
 * A value as text for a spreadsheet, which reads back as the same value: decimals with the mark of the panel's language and
 * without groups, ISO days, instants by the site's clock.
 */
export function copyText(column: NamedField, value: unknown, context: TextContext): string {
  if (value === undefined || value === null) return ''
  const mark = decimalMarkOf(context.locale)
  switch (column.field.kind) {
    case 'money':
      return formatMinor(Number(value), context.currency).replace('.', mark)
    case 'basisPoints':
      return formatMinor(Number(value), 'SAR').replace('.', mark)
    case 'integer':
    case 'number':
      return decimalText(Number(value), mark)
    case 'day':
      return String(value)
    case 'instant':
      return wallText(String(value), context.zone)
    case 'term':
      return termText(column.field, String(value), context)
    case 'reference':
      return titleOrId(column.field, String(value), context)
    case 'references':
      return (value as unknown[]).map((id) => titleOrId(column.field, String(id), context)).join(' · ')
    case 'text':
    case 'longText':
    case 'phone':
    case 'email':
    case 'currency':
      return String(value)
    default:
      return textOf(column, value, context)
  }
}

/** The name of a term, or its code where another term is called the same. */
function termText(field: Field, code: string, { words }: TextContext): string {
  const list = field.terms ?? ''
  const name = words.term(list, code)
  const same = words.terms(list).filter((each) => foldIdentity(each.name) === foldIdentity(name))
  return same.length === 1 ? name : code
}

/** The title of a record, or its id where the title does not tell which record it is. */
function titleOrId({ resource = '' }: Field, id: string, { titleOf, idOf }: TextContext): string {
  const title = titleOf?.(resource, id)
  if (title === undefined || title.includes('·') || !idOf || idOf(resource, cleaned(title)) !== id) return id
  return title
}

/** The clock's reading; in the second pass of an hour that autumn repeats, with the offset that tells it from the first. */
function wallText(instant: string, zone: string): string {
  const at = Date.parse(instant)
  const clock = wallAt(zone, at)
  const wall = toWall(instant, zone).replace('T', ' ')
  if (instantOf(zone, clock) === at) return wall
  const minutes = (clock - at) / 60_000
  // Before the zones of today, an offset had seconds.
  if (!Number.isInteger(minutes)) return instant
  const two = (value: number) => String(Math.floor(value)).padStart(2, '0')
  const size = Math.abs(minutes)
  return `${wall}${minutes < 0 ? '-' : '+'}${two(size / 60)}:${two(size % 60)}`
}
