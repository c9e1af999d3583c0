import type { DeclaredField } from '#admin/entity/declaredFields.ts'
import { problemWith } from '#admin/entity/problem.ts'
import type { NamedField } from '#admin/entity/valueText.ts'
import { fromWall } from '#admin/language/format.ts'
import type { Words } from '#admin/language/words.ts'
import { foldDigits } from '#shared/values/fold.ts'
import { parseMinor } from '#shared/values/money.ts'
import type { SheetRow } from '../rows.ts'
import type { CellEdit } from './cells.ts'
import type { NewValue } from './edits.ts'

/** A value for a cell, or the sentence that refuses the text. */
type ParseResult = { readonly value: unknown } | { readonly problem: string }

export interface ParseContext {
  /** The resource whose words name choices. */
  readonly resource: string
  readonly words: Words & { readonly locale: string }
  readonly zone: string
  readonly currency: string
  /** Id of the record of a resource with this title, among the titles read so far. */
  readonly idOf?: (resource: string, title: string) => string | undefined
}

/** Reads what was entered: values to save, and for each refused cell its column and the reason. */
export function readCells(
  cells: readonly CellEdit[],
  columnOf: (name: string) => DeclaredField | undefined,
  contextOf: (row: SheetRow) => ParseContext,
) {
  const values: NewValue[] = []
  const refusals: { name: string; problem: string }[] = []
  for (const { row, name, entered } of cells) {
    const column = columnOf(name)
    if (!column?.isEditable) continue
    const result = parseCell(column, entered, contextOf(row))
    if ('value' in result) values.push({ id: row.id, field: name, after: result.value })
    else refusals.push({ name, problem: result.problem })
  }
  return { values, refusals }
}

/** Reads what a person typed or pasted into a cell; a value that is no text is only checked. */
export function parseCell(column: NamedField, entered: unknown, context: ParseContext): ParseResult {
  const { field } = column
  const { words } = context
  const text = typeof entered === 'string' ? entered.trim() : entered
  const isEmpty = text === '' || text === undefined
  const value = isEmpty ? null : typeof text === 'string' ? readText(column, text, context) : text
  if (value === undefined && field.kind === 'reference') return { problem: words.t('sheet.unknownReference') }
  // A text that cannot be read is no value of any kind.
  const problem = problemWith(field, value === undefined ? Number.NaN : value, words)
  return problem ? { problem } : { value }
}

function readText({ name, field }: NamedField, text: string, context: ParseContext): unknown {
  const { resource, words, zone, currency, idOf } = context
  const choiceOf = (word: string) =>
    field.choices?.find((each) => each === word || isSame(words.value(resource, name, each), word))
  switch (field.kind) {
    case 'integer':
    case 'number':
      return numberOf(text)
    case 'money':
      return parseMinor(text.replace(new RegExp(`\\s*${currency}$`, 'i'), ''), currency)
    case 'basisPoints':
      return parseMinor(text.replace(/\s*[%٪]$/, ''), 'SAR')
    case 'boolean':
      return booleanOf(text, words)
    case 'choice':
      return choiceOf(text)
    case 'term': {
      const found = words.terms(field.terms ?? '').find(({ code, name }) => isSame(code, text) || isSame(name, text))
      // What is not in the list is refused by the API, which knows a term that was added a minute ago.
      return found?.code ?? text
    }
    case 'choices': {
      const all = text.split(/\s*[·;,،]\s*/).map((each) => choiceOf(each))
      return all.includes(undefined) ? undefined : all
    }
    case 'day':
      return dayOf(text)
    case 'instant':
      return /Z$/.test(text) ? isoOf(text) : /^\d{4}-\d\d-\d\d/.test(text) ? fromWall(withTime(text), zone) : undefined
    case 'reference':
      return field.schema.safeParse(text).success ? text : idOf?.(field.resource ?? '', text)
    case 'phone':
      return foldDigits(text)
        .replace(/[\s()-]/g, '')
        .replace(/^00/, '+')
    default:
      return text
  }
}

const withTime = (text: string): string => (text.length <= 10 ? `${text}T00:00` : text)

const isoOf = (text: string): string | undefined => {
  const ms = Date.parse(text)
  return Number.isNaN(ms) ? undefined : new Date(ms).toISOString()
}

function numberOf(text: string): number | undefined {
  const number = Number(
    foldDigits(text)
      .replace(/[,\s٬]/g, '')
      .replace('٫', '.'),
  )
  return Number.isFinite(number) ? number : undefined
}

function booleanOf(text: string, words: Words): boolean | undefined {
  const lower = text.toLowerCase()
  if (['true', '1', 'yes', 'x', words.t('ra.boolean.true').toLowerCase()].includes(lower)) return true
  return ['false', '0', 'no', words.t('ra.boolean.false').toLowerCase()].includes(lower) ? false : undefined
}

const isSame = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase()

/** A day in ISO form, or day, month and year separated by dots, slashes or dashes. */
function dayOf(text: string): string | undefined {
  const plain = foldDigits(text)
  if (/^\d{4}-\d\d-\d\d$/.test(plain)) return plain
  const [, day, month, year] = /^(\d{1,2})[./-](\d{1,2})[./-](\d{4})$/.exec(plain) ?? []
  return day && month && year ? `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}` : undefined
}
