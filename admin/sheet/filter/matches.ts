import { type Condition, conditionOf } from '#shared/api/condition.ts'
import { type Entity, fieldOf, type RecordValues } from '#shared/declaration/entity.ts'
import type { Field } from '#shared/declaration/field.ts'
import { fold } from '#shared/values/fold.ts'
import { nextDayText, timeSpan } from '#shared/values/timeSpan.ts'

/** Whether a row still matches a list's filter, in the zone of its site; a search is not looked at. */
export const matches = (entity: Entity, row: RecordValues, filter: RecordValues, zone: string): boolean =>
  Object.entries(filter).every(
    ([name, value]) => name === 'q' || holds(entity, conditionOf(entity, name, value), row, zone),
  )

function holds(entity: Entity, { field: name, operator, value }: Condition, row: RecordValues, zone: string): boolean {
  const field = fieldOf(entity, name)
  const stored = [row[name] ?? []].flat().filter((each) => each !== '')
  if (!field || operator === 'empty') return (stored.length === 0) === value
  if (operator === 'contains') return stored.some((each) => fold(String(each)).includes(fold(String(value))))
  const places = stored.flatMap((each) => [value].flat().map((asked) => placeOf(field, each, asked, zone)))
  switch (operator) {
    case 'gt':
      return places.some((place) => place > 0)
    case 'gte':
      return places.some((place) => place >= 0)
    case 'lt':
      return places.some((place) => place < 0)
    case 'lte':
      return places.some((place) => place <= 0)
    default:
      return places.includes(0) === (operator !== 'neq')
  }
}

/** Where a value lies: before what is asked (-1), within it (0), after it (1). A day holds all of its instants. */
function placeOf({ kind }: Field, stored: unknown, asked: unknown, zone: string): number {
  const text = String(asked)
  if (kind === 'instant') {
    const { from, to } = timeSpan(text, zone)
    return within(Date.parse(String(stored)), from, to)
  }
  if (kind === 'day') return within(String(stored), text, nextDayText(text))
  if (typeof stored === 'number') return Math.sign(stored - Number(asked))
  const [a, b] = [fold(String(stored)), fold(text)]
  return a < b ? -1 : Number(a > b)
}

const within = <T extends string | number>(value: T, from: T, to: T): number =>
  value < from ? -1 : Number(value >= to)
