import { formatDay, formatInstant, formatMoney, formatNumber, formatShare } from '#admin/language/format.ts'
import type { Words } from '#admin/language/words.ts'
import type { Field } from '#shared/declaration/field.ts'
import { entityOf } from '#shared/entities/index.ts'
import { isErasedText } from '#shared/values/erasedText.ts'
import { titleText } from './titles/recordTitle.ts'

/** What a value's text depends on: the language, and the record's zone and currency. */
export interface TextContext {
  /** The resource whose words name choices. */
  readonly resource: string
  readonly words: Words & { readonly locale: string }
  readonly locale: string
  readonly zone: string
  readonly currency: string
  readonly titleOf?: (resource: string, id: string) => string | undefined
  /** Id of the one record with a title, among those that are known. */
  readonly idOf?: (resource: string, title: string) => string | undefined
}

/** A field or an entry of one, with its name. */
export interface NamedField {
  readonly name: string
  readonly field: Field
}

/** A value of a declared field as plain text, for a cell, a history line or a clipboard. */
export function textOf({ name, field }: NamedField, value: unknown, context: TextContext): string {
  const { resource, words, locale, zone, currency, titleOf } = context
  if (value === undefined || value === null || value === '') return ''
  if (field.isPersonal && typeof value === 'string' && isErasedText(value)) return words.shown(value)
  const title = (id: unknown) => {
    const { resource: other = '' } = field
    const known = titleOf?.(other, String(id))
    return known === undefined ? '…' : titleText(entityOf(other), known, words)
  }
  switch (field.kind) {
    case 'day':
      return formatDay(String(value), locale, undefined, zone)
    case 'instant':
      return formatInstant(String(value), zone, locale)
    case 'money':
      return formatMoney(Number(value), currency, locale)
    case 'basisPoints':
      return formatShare(Number(value) / 10_000, locale)
    case 'integer':
    case 'number':
      return formatNumber(Number(value), locale)
    case 'boolean':
    case 'choice':
      return words.value(resource, name, value)
    case 'term':
      return words.term(field.terms ?? '', String(value))
    case 'choices':
      return (value as unknown[]).map((each) => words.value(resource, name, each)).join(' · ')
    case 'reference':
      return title(value)
    case 'references':
      return (value as unknown[]).map(title).join(' · ')
    case 'texts': {
      const texts = value as Record<string, string>
      return texts[locale] ?? texts.en ?? Object.values(texts)[0] ?? ''
    }
    case 'list':
      return (value as Record<string, unknown>[]).map((entry) => entryText(field, entry, context)).join('; ')
    case 'group':
      return entryText(field, value as Record<string, unknown>, context)
    case 'data':
      return Array.isArray(value) && value.every((each) => typeof each !== 'object')
        ? value.join(' · ')
        : JSON.stringify(value)
    default:
      return String(value)
  }
}

function entryText(field: Field, entry: Record<string, unknown>, context: TextContext): string {
  return (
    Object.entries(field.fields ?? {})
      // A reader without titles cannot name other records.
      .filter(([, { kind }]) => kind !== 'reference' || context.titleOf !== undefined)
      .map(([name, inner]) => textOf({ name, field: inner }, entry[name], context))
      .filter(Boolean)
      .join(' · ')
  )
}
