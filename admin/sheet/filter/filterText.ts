import { type NamedField, type TextContext, textOf } from '#admin/entity/valueText.ts'
import { formatAlternatives, formatLongTime } from '#admin/language/format.ts'
import { punctuationOf } from '#admin/language/punctuation.ts'
import { inSentence } from '#admin/language/words.ts'
import { isListKind } from '#shared/api/condition.ts'
import { type Entity, fieldOf } from '#shared/declaration/entity.ts'
import { type ColumnFilter, type ComparisonName, scaleOf } from './comparisons.ts'

/** A filter in plain words: "Status: received or assessed", "Received from 15 March 2026". */
export function filterText(entity: Entity, { name, comparison, values }: ColumnFilter, context: TextContext): string {
  const { words, locale, resource } = context
  const field = fieldOf(entity, name)
  const texts = field ? values.map((value) => comparedText({ name, field }, value, context)) : []
  const label = words.field(resource, name)
  if (comparison === 'is') return `${label}${punctuationOf(locale).colon}${formatAlternatives(texts, locale)}`
  return `${label} ${comparisonText(comparison, words.t, texts)}`
}

/** What a comparison says of its values; with an ellipsis in their places while there are none. */
export const comparisonText = (
  comparison: ComparisonName,
  t: TextContext['words']['t'],
  [a = '…', b = '…']: readonly string[] = [],
): string => t(`filters.says.${comparison}`, { a, b })

/** A value within a sentence: days in full, amounts with their currency. */
export function comparedText(column: NamedField, value: unknown, context: TextContext): string {
  const { kind } = column.field
  if (scaleOf(kind) === 'time') return formatLongTime(String(value), context.zone, context.locale)
  const text = textOf(column, isListKind(kind) ? [value] : value, context)
  if (kind === 'money') return `${text} ${context.currency}`
  return kind === 'choice' || kind === 'choices' || kind === 'boolean' ? inSentence(text) : text
}
