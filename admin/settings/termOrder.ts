import type { RecordValues } from '#shared/declaration/entity.ts'
import type { Term } from '#shared/entities/term.ts'

/** Places between two neighbours, so that one may come between them without moving the others. */
const step = 10

/** What changes of which records, by their ids. */
export type ChangesById = ReadonlyMap<string, RecordValues>

/** The place of a term that comes after all others. */
export const lastPlace = (terms: readonly Term[]): number =>
  Math.max(0, ...terms.map(({ position = 0 }) => position)) + step

/** The changes that bring a term one place up (-1) or down (1); none at the end of the list. */
export function moved(terms: readonly Term[], index: number, by: -1 | 1): ChangesById {
  const order = [...terms]
  const [term, neighbour] = [order[index], order[index + by]]
  if (!term || !neighbour) return new Map()
  order[index] = neighbour
  order[index + by] = term
  return new Map(
    order.flatMap(({ id, position }, place) =>
      position === (place + 1) * step ? [] : [[id, { position: (place + 1) * step }] as const],
    ),
  )
}
