import { formatDay, formatInstant, formatMoney, formatNumber, formatShare } from '#admin/language/format.ts'
import type { Words } from '#admin/language/words.ts'
import type { Field } from '#shared/declaration/field.ts'

/** What turns a value into words: the language, and the record's zone and currency. */
export interface TextContext {
  readonly words: Words
  readonly locale: string
  readonly zone: string
  readonly currency: string
  readonly titleOf?: (resource: string, id: string) => string | undefined
}

/** A value of a declared field as plain text, for a cell, a history line or a clipboard. */
export function textOf(field: Field, value: unknown, reading: TextContext): string {
  const { words, locale, zone, currency, titleOf } = reading
  if (value === undefined || value === null || value === '') return ''
  const title = (id: unknown) => titleOf?.(field.resource ?? '', String(id)) ?? '…'
  switch (field.kind) {
    case 'day':
      return formatDay(String(value), locale)
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
      return words.t(value ? 'values.yes' : 'values.no')
    case 'choice':
      return words.value(value)
    case 'choices':
      return (value as unknown[]).map((each) => words.value(each)).join(' · ')
    case 'reference':
      return title(value)
    case 'references':
      return (value as unknown[]).map(title).join(' · ')
    case 'texts': {
      const texts = value as Record<string, string>
      return texts[locale] ?? texts.en ?? Object.values(texts)[0] ?? ''
    }
    case 'list':
      return (value as Record<string, unknown>[]).map((entry) => entryText(field, entry, reading)).join('; ')
    case 'group':
      return entryText(field, value as Record<string, unknown>, reading)
    case 'data':
      return Array.isArray(value) && value.every((each) => typeof each !== 'object')
        ? value.join(' · ')
        : JSON.stringify(value)
    default:
      return String(value)
  }
}

function entryText(field: Field, entry: Record<string, unknown>, reading: TextContext): string {
  return Object.entries(field.fields ?? {})
    .map(([name, inner]) => textOf(inner, entry[name], reading))
    .filter(Boolean)
    .join(' · ')
}
