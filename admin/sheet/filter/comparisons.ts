import { type Condition, conditionOf, type Operator, operatorsOf } from '#shared/api/condition.ts'
import { type Entity, fieldOf, type RecordValues } from '#shared/declaration/entity.ts'
import type { Field, FieldKind } from '#shared/declaration/field.ts'

/** Comparisons that are one operator of the API. */
const operators = {
  isNot: 'neq',
  contains: 'contains',
  from: 'gte',
  until: 'lte',
  before: 'lt',
  after: 'gt',
  atLeast: 'gte',
  atMost: 'lte',
  moreThan: 'gt',
  lessThan: 'lt',
} as const satisfies Readonly<Record<string, Operator>>

/** How a person compares a column. */
export type ComparisonName = keyof typeof operators | 'is' | 'on' | 'inMonth' | 'between' | 'empty' | 'filled'

/** One filter of a list as a person reads it: a column, how it is compared, and with what. */
export interface ColumnFilter {
  readonly name: string
  readonly comparison: ComparisonName
  /** The value, both ends of a span, or all values of which the column has one. */
  readonly values: readonly unknown[]
}

const presence: readonly ComparisonName[] = ['empty', 'filled']
const comparisons = {
  list: ['is', 'isNot', ...presence],
  word: ['is', 'isNot', ...presence],
  text: ['contains', 'is', 'isNot', ...presence],
  time: ['on', 'inMonth', 'from', 'until', 'between', 'before', 'after', ...presence],
  number: ['is', 'isNot', 'atLeast', 'atMost', 'between', 'moreThan', 'lessThan', ...presence],
} as const satisfies Readonly<Record<string, readonly ComparisonName[]>>

/** How the values of a kind of field are compared. */
export function scaleOf(kind: FieldKind): keyof typeof comparisons {
  if (kind === 'term') return 'list'
  const possible = operatorsOf(kind)
  if (possible.includes('contains')) return 'text'
  if (kind === 'currency') return 'word'
  if (kind === 'day' || kind === 'instant') return 'time'
  return possible.includes('gte') ? 'number' : 'list'
}

/** The comparisons to choose from for a field; a required one is never empty. */
export function comparisonsOf({ kind, isRequired }: Field): readonly ComparisonName[] {
  const all: readonly ComparisonName[] = kind === 'data' ? presence : comparisons[scaleOf(kind)]
  return isRequired ? all.filter((each) => !presence.includes(each)) : all
}

/** The filters of a list, column by column; both ends of a span are one filter. */
export function columnFilters(entity: Entity, filter: RecordValues): ColumnFilter[] {
  const conditions = Object.entries(filter)
    .filter(([name]) => name !== 'q')
    .map(([name, value]) => conditionOf(entity, name, value))
  const end = ({ field }: Condition, operator: Operator) =>
    conditions.find((each) => each.field === field && each.operator === operator)
  return conditions.flatMap((condition) => {
    const { field: name, operator, value } = condition
    if (operator === 'lte' && end(condition, 'gte')) return []
    const last = operator === 'gte' ? end(condition, 'lte') : undefined
    if (last) return { name, comparison: 'between', values: [value, last.value] }
    const values = operator === 'empty' ? [] : [value].flat()
    return { name, comparison: comparisonOf(scaleOf(fieldOf(entity, name)?.kind ?? 'text'), operator, value), values }
  })
}

function comparisonOf(scale: keyof typeof comparisons, operator: Operator, value: unknown): ComparisonName {
  if (operator === 'empty') return value === true ? 'empty' : 'filled'
  if (operator === 'any' || operator === 'eq') {
    if (scale !== 'time' || operator === 'any') return 'is'
    return String(value).length === 7 ? 'inMonth' : 'on'
  }
  const isIt = (name: ComparisonName): boolean =>
    name in operators && operators[name as keyof typeof operators] === operator
  const usual: readonly ComparisonName[] = comparisons[scale]
  return usual.find(isIt) ?? (Object.keys(operators) as ComparisonName[]).find(isIt) ?? 'is'
}

/** Filters as the API takes them, with a search. */
export function filterOf(filters: readonly ColumnFilter[], q: unknown): RecordValues {
  const filter: Record<string, unknown> = {}
  // Two filters of a column that would be written alike both stand.
  for (const each of filters)
    for (const [name, value] of Object.entries(entriesOf(each)))
      if (Object.hasOwn(filter, name) && each.comparison === 'is') filter[`${each.name}_eq_any`] = [value].flat()
      else filter[name] = value
  return q === undefined ? filter : { ...filter, q }
}

function entriesOf({ name, comparison, values }: ColumnFilter): RecordValues {
  const [first, second] = values
  switch (comparison) {
    case 'is':
      return values.length > 1 ? { [`${name}_eq_any`]: values } : { [name]: first }
    case 'on':
    case 'inMonth':
      return { [name]: first }
    case 'between':
      return { [`${name}_gte`]: first, [`${name}_lte`]: second }
    case 'empty':
    case 'filled':
      return { [`${name}_empty`]: comparison === 'empty' }
    default:
      return { [`${name}_${operators[comparison]}`]: first }
  }
}
