import type { Condition } from '#shared/api/condition.ts'
import { type Entity, fieldOf, type RecordValues } from '#shared/declaration/entity.ts'
import { searchText, searchWords } from '#shared/values/search.ts'
import { nextDayText, timeSpan } from '#shared/values/timeSpan.ts'
import { cellOf, compareCells, foldedText, formOf } from '../file/cells.ts'
import type { SqlCell } from '../file/sqlite.ts'
import type { Filter } from './where.ts'

/** What a record is compared with besides itself: the zone of its site, and the record that a search looks through. */
export interface Surroundings {
  readonly timeZone: string
  readonly through?: { readonly entity: Entity; readonly record: RecordValues }
}

/** Whether a record is as a filter says, by the same comparisons as the projection's. */
export const meets = (entity: Entity, record: RecordValues, { conditions, q }: Filter, around: Surroundings): boolean =>
  conditions.every((condition) => meetsCondition(entity, record, condition, around.timeZone)) &&
  (q === undefined ||
    isFound(entity, record, q) ||
    (around.through !== undefined && isFound(around.through.entity, around.through.record, q)))

function isFound({ search }: Entity, record: RecordValues, q: string): boolean {
  const words = searchWords(q)
  const text = searchText(
    (search?.fields ?? []).flatMap((name) => (record[name] === undefined ? [] : [String(record[name])])),
  )
  return words.length > 0 && words.every((word) => text.includes(word))
}

function meetsCondition(
  entity: Entity,
  record: RecordValues,
  { field: name, operator, value }: Condition,
  timeZone: string,
): boolean {
  const field = fieldOf(entity, name)
  if (!field) return false
  const actual = record[name]
  const cell = cellOf(field, actual)
  if (operator === 'empty') return (cell === null) === value
  if (operator === 'contains') return cell !== null && String(cell).includes(foldedText(String(value)))
  const asked = [value].flat()
  const isOne = (): boolean => {
    if (formOf(field) === 'list') return [actual ?? []].flat().some((each) => asked.includes(each))
    return asked.some((each) => within(cell, spanOf(each)))
  }
  const spanOf = (each: unknown): readonly [SqlCell, SqlCell] => {
    if (field.kind === 'day') return [String(each), nextDayText(String(each))]
    if (field.kind !== 'instant') return [cellOf(field, each), cellOf(field, each)]
    const { from, to } = timeSpan(String(each), timeZone)
    return [from, to]
  }
  const [from, to] = spanOf(asked[0])
  switch (operator) {
    case 'eq':
    case 'any':
      return isOne()
    case 'neq':
      return !isOne()
    case 'gt':
      return from === to ? isAbove(cell, from) : cell !== null && !isBelow(cell, to)
    case 'gte':
      return cell !== null && !isBelow(cell, from)
    case 'lt':
      return isBelow(cell, from)
    case 'lte':
      return from === to ? cell !== null && !isAbove(cell, from) : isBelow(cell, to)
  }
}

const isBelow = (a: SqlCell, b: SqlCell): boolean => a !== null && b !== null && compareCells(a, b) < 0
const isAbove = (a: SqlCell, b: SqlCell): boolean => isBelow(b, a)

const within = (cell: SqlCell, [from, to]: readonly [SqlCell, SqlCell]): boolean =>
  from === to ? cell === from && cell !== null : cell !== null && !isBelow(cell, from) && isBelow(cell, to)
