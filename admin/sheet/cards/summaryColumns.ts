import type { DeclaredField } from '#admin/entity/declaredFields.ts'
import { isLimit } from '#admin/entity/tone.ts'
import type { Entity } from '#shared/declaration/entity.ts'
import { linkedColumn } from '../columns.ts'

/** Columns on a card besides its title and its state. */
const most = 3
/** Kinds of columns, first those that say most about a record. */
const ranks = ['text', 'limit', 'choice', 'term', 'money', 'day', 'instant', 'reference', 'integer', 'number']

/**
 * The columns to show on a record's card, in the order of the list: at most three, no two of one kind, so that a card
 * says who, until when and what. `columns` are those the person shows.
 */
export function summaryColumns(entity: Entity, columns: readonly DeclaredField[]): DeclaredField[] {
  const title = linkedColumn(entity, columns)
  const rankOf = ({ name, field }: DeclaredField) => ranks.indexOf(isLimit(name) ? 'limit' : field.kind)
  const others = columns.filter((column) => {
    const isShownAnyway = column === title || column.name === entity.lifecycle?.field
    return !isShownAnyway && rankOf(column) >= 0
  })
  const firstOfKind = others.filter(
    (column, index) => others.findIndex((each) => rankOf(each) === rankOf(column)) === index,
  )
  const chosen = new Set(firstOfKind.toSorted((a, b) => rankOf(a) - rankOf(b)).slice(0, most))
  return columns.filter((column) => chosen.has(column))
}
