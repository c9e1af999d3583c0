import { problemWith } from '#admin/entity/problem.ts'
import { fromWall } from '#admin/language/format.ts'
import type { Words } from '#admin/language/words.ts'
import type { Field } from '#shared/declaration/field.ts'
import { foldDigits } from '#shared/values/fold.ts'
import { parseMinor } from '#shared/values/money.ts'

/** A value for a cell, or why the text is not taken. */
export type ParseResult = { readonly value: unknown } | { readonly problem: string }

export interface ParseContext {
  readonly words: Words
  readonly zone: string
  readonly currency: string
  /** Id of the record of a resource with this title, among those known here. */
  readonly idOf?: (resource: string, title: string) => string | undefined
}

/** Reads what a person typed or pasted into a cell; a value of the field's own form passes as it is. */
export function parseCell(field: Field, entered: unknown, around: ParseContext): ParseResult {
  const { words } = around
  const text = typeof entered === 'string' ? entered.trim() : entered
  if (text === '' || text === null || text === undefined)
    return field.isRequired ? { problem: words.t('validation.required') } : { value: null }
  const value = typeof text === 'string' ? readText(field, text, around) : text
  if (value === undefined)
    return { problem: words.t(field.kind === 'reference' ? 'sheet.unknownReference' : `validation.${field.kind}`) }
  const problem = problemWith(field, value, words)
  return problem ? { problem } : { value }
}

function readText(field: Field, text: string, { words, zone, currency, idOf }: ParseContext): unknown {
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
      return choiceOf(field, text, words)
    case 'choices': {
      const all = text.split(/\s*[·;,،]\s*/).map((each) => choiceOf(field, each, words))
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
  const index = Date.parse(text)
  return Number.isNaN(index) ? undefined : new Date(index).toISOString()
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
  if (['true', '1', 'yes', 'x', words.t('values.yes').toLowerCase()].includes(lower)) return true
  return ['false', '0', 'no', words.t('values.no').toLowerCase()].includes(lower) ? false : undefined
}

const choiceOf = (field: Field, text: string, words: Words): string | undefined =>
  field.choices?.find((each) => each === text || words.value(each).toLowerCase() === text.toLowerCase())

/** A day as ISO, or as day, month and year with dots, slashes or dashes between. */
function dayOf(text: string): string | undefined {
  const plain = foldDigits(text)
  if (/^\d{4}-\d\d-\d\d$/.test(plain)) return plain
  const [, day, month, year] = /^(\d{1,2})[./-](\d{1,2})[./-](\d{4})$/.exec(plain) ?? []
  return day && month && year ? `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}` : undefined
}
