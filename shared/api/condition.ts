import * as z from 'zod'
import { type Entity, fieldOf } from '#shared/declaration/entity.ts'
import type { Field, FieldKind } from '#shared/declaration/field.ts'
import { problem } from '#shared/declaration/problem.ts'

/** How a value is compared; `empty` takes true or false. */
export type Operator = 'eq' | 'neq' | 'gt' | 'gte' | 'lt' | 'lte' | 'any' | 'contains' | 'empty'

/** One comparison of a list request. */
export interface Condition {
  readonly field: string
  readonly operator: Operator
  readonly value: unknown
}

/** Values that one `_eq_any` may list. */
const anyLimit = 50

/** How an operator is written behind the name of a column; equality is written without one. */
export const suffixes: readonly (readonly [suffix: string, operator: Operator])[] = [
  ['_eq_any', 'any'],
  ['_contains', 'contains'],
  ['_empty', 'empty'],
  ['_neq', 'neq'],
  ['_gte', 'gte'],
  ['_lte', 'lte'],
  ['_gt', 'gt'],
  ['_lt', 'lt'],
]

const always: readonly Operator[] = ['eq', 'neq', 'any', 'empty']
const bounds: readonly Operator[] = [...always, 'gt', 'gte', 'lt', 'lte']
const texts: readonly Operator[] = [...bounds, 'contains']

const textKinds: readonly FieldKind[] = ['text', 'longText', 'term', 'email', 'phone']

/** Whether a field holds a list of values, of which a condition names one. */
export const isListKind = (kind: FieldKind): boolean => kind === 'choices' || kind === 'references' || kind === 'data'

/** The operators that fit a kind of field. */
export function operatorsOf(kind: FieldKind): readonly Operator[] {
  if (kind === 'choice' || kind === 'boolean' || kind === 'reference' || kind === 'currency' || isListKind(kind))
    return always
  return textKinds.includes(kind) ? texts : bounds
}

/** Parses one entry of a filter, such as `receivedAt_gte`; throws a 400 problem for one that cannot be answered. */
export function conditionOf(entity: Entity, name: string, value: unknown, hidden: readonly string[] = []): Condition {
  const [suffix, operator] = suffixes.find(([ending]) => name.endsWith(ending) && !fieldOf(entity, name)) ?? [
    '',
    'eq' as const,
  ]
  const field = name.slice(0, name.length - suffix.length)
  const declared = fieldOf(entity, field)
  const possible = entity.columns.filter((column) => !hidden.includes(column))
  if (!declared || !possible.includes(field))
    throw problem('FILTER_UNKNOWN', { noun: entity.resource, name: field.slice(0, 60), possible })
  const { kind } = declared
  if (!operatorsOf(kind).includes(operator)) throw problem('FILTER_OPERATOR', { name: field, kind, operator })
  if (operator === 'empty') {
    if (typeof value !== 'boolean') throw problem('FILTER_VALUE', { name, kind: 'boolean' })
    return { field, operator, value }
  }
  if (operator !== 'any') return { field, operator, value: comparable(field, declared, value) }
  const values = z.array(z.unknown()).min(1).max(anyLimit).safeParse(value)
  if (!values.success) throw problem('FILTER_VALUES', { name, limit: anyLimit })
  return { field, operator, value: values.data.map((each) => comparable(field, declared, each)) }
}

/** A day, a month or a year stands for all of its instants, in the zone of the record's site. */
const timePrefix = z
  .string()
  .regex(/^(?:19|2\d)\d\d(-(0[1-9]|1[0-2])(-\d\d(T[\d:.]+Z)?)?)?$/)
  .refine((text) => isTime(text))

// The 31st of February is no day, though a date could be made of it.
function isTime(text: string): boolean {
  const at = Date.parse(text)
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(text.slice(0, 10))
}

/** A day, a month or a year, for what has no time. */
const dayPrefix = timePrefix.refine((text) => !text.includes('T'))

const someText = z
  .string()
  .min(1)
  .max(200)
  .refine((text) => text.isWellFormed() && !text.includes('\0'))

function comparable(field: string, declared: Field, value: unknown): unknown {
  const parsed = schemaOf(declared).safeParse(value)
  if (parsed.success && typeof parsed.data !== 'object') return parsed.data
  throw problem('FILTER_VALUE', { name: field, kind: declared.kind })
}

function schemaOf({ kind, choices, schema }: Field): z.ZodType {
  if (kind === 'instant') return timePrefix
  if (kind === 'day') return dayPrefix
  if (isListKind(kind)) return choices ? z.enum([...choices]) : someText
  return operatorsOf(kind) === texts ? someText : schema
}
