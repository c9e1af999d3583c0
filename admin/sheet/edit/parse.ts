import { problemWith } from '#admin/entity/problem.ts'
import type { NamedField } from '#admin/entity/valueText.ts'
import { decimalMarkOf } from '#admin/language/format.ts'
import type { Words } from '#admin/language/words.ts'
import { cellValue } from '#shared/api/cell.ts'
import { reference } from '#shared/declaration/field.ts'
import { foldIdentity } from '#shared/values/fold.ts'
import { asLine } from '#shared/values/line.ts'
import { cleaned } from '#shared/values/reading/plainText.ts'

/** A value for a cell, or the sentence that refuses the text. */
type ParseResult = { readonly value: unknown } | { readonly problem: string }

export interface ParseContext {
  /** The resource whose words name choices. */
  readonly resource: string
  readonly words: Words & { readonly locale: string }
  readonly zone: string
  readonly currency: string
  /** Id of the one record of a resource with this title, among the titles read so far. */
  readonly idOf?: (resource: string, title: string) => string | undefined
}

/** Reads what a person typed or pasted into a cell; a value that is no text is only checked. */
export function parseCell(column: NamedField, entered: unknown, context: ParseContext): ParseResult {
  const { field } = column
  const { words } = context
  const isEmpty = entered === undefined || entered === null || (typeof entered === 'string' && isBlank(field, entered))
  const value = isEmpty ? null : typeof entered === 'string' ? readText(column, entered, context) : entered
  if (value === undefined && field.kind === 'reference') return { problem: words.t('sheet.unknownReference') }
  // A text that cannot be read is no value of any kind.
  const problem = problemWith(field, value === undefined ? Number.NaN : value, words)
  if (problem) return { problem }
  const kept = field.schema.safeParse(value)
  return { value: kept.success ? kept.data : value }
}

/** Whether a text holds nothing that its field would keep. */
const isBlank = ({ kind }: NamedField['field'], text: string): boolean =>
  (kind === 'longText' ? text.trim() : kind === 'text' ? asLine(text).trim() : cleaned(text)) === ''

/** Names that a person reads are read in their language, everything else by the rule of every door. */
function readText({ name, field }: NamedField, text: string, context: ParseContext): unknown {
  const { resource, words, zone, currency } = context
  const choiceOf = (word: string) =>
    field.choices?.find((each) => each === word) ??
    field.choices?.find((each) => isSame(words.value(resource, name, each), word))
  switch (field.kind) {
    case 'choice':
      return choiceOf(cleaned(text))
    case 'choices':
      return partsOf(text, choiceOf)
    case 'term':
      return termOf(words.terms(field.terms ?? ''), cleaned(text))
    case 'reference':
      return referenceOf(field, cleaned(text), context)
    case 'references':
      return partsOf(text, (word) => referenceOf(field, word, context))
    default:
      return cellValue(field, text.trim(), {
        zone,
        currency,
        decimalMark: decimalMarkOf(words.locale),
        now: new Date().toISOString(),
      })
  }
}

const partings = [/ ?· ?/, /;/, /[,،、]/]

/** Every part of a text, whichever sign parts it; undefined where one of them means nothing. A label may hold a comma. */
function partsOf<T>(text: string, meaningOf: (word: string) => T | undefined): T[] | undefined {
  const whole = meaningOf(cleaned(text))
  if (whole !== undefined) return [whole]
  const parting = partings.find((sign) => sign.test(text))
  const words = parting ? text.split(parting).map(cleaned).filter(Boolean) : []
  const values = words.map(meaningOf).filter((value) => value !== undefined)
  return values.length > 0 && values.length === words.length ? values : undefined
}

/** A term by its code, or by a name that only one term has, of those in use where there are more. */
function termOf(terms: ReturnType<Words['terms']>, text: string): string {
  const coded = terms.find(({ code }) => isSame(code, text))
  const called = terms.filter(({ name }) => isSame(name, text))
  const inUse = called.length > 1 ? called.filter(({ isActive }) => isActive) : called
  // What is not in the list is refused by the API, which knows a term that was added a minute ago.
  return coded?.code ?? (inUse.length === 1 ? inUse[0]?.code : undefined) ?? text
}

const referenceOf = ({ resource = '' }: NamedField['field'], text: string, { idOf }: ParseContext) =>
  isRecordId(resource, text) ? text : idOf?.(resource, text)

const isRecordId = (resource: string, text: string): boolean => reference(resource).schema.safeParse(text).success

const isSame = (one: string, other: string): boolean => foldIdentity(one) === foldIdentity(other)
