import type { Identifier } from 'react-admin'
import { factsOf, inputsOf } from '#admin/entity/declaredFields.ts'
import type { ExportRequest, Me } from '#admin/provider/contract.ts'
import type { Entity, Order } from '#shared/declaration/entity.ts'

/** What a list shows: its selection, filters, order and columns. */
interface ListSelection {
  readonly selectedIds: readonly Identifier[]
  readonly filterValues: Readonly<Record<string, unknown>>
  readonly order: Order
  /** Its columns in the person's order. */
  readonly columns: readonly string[]
}

/** Which rows and columns to write. */
export interface ExportChoice {
  readonly rows: 'selected' | 'listed'
  readonly columns: 'shown' | 'all'
}

/** The request of an export. Each row begins with its id, so that an import finds the record again. */
export function exportOf(
  entity: Entity,
  me: Me,
  { selectedIds, filterValues, order, columns }: ListSelection,
  choice: ExportChoice,
) {
  const all = () => [...inputsOf(entity, me), ...factsOf(entity, me)].map(({ name }) => name)
  const names = ['id', ...(choice.columns === 'shown' ? columns : all())]
  const scope = choice.rows === 'selected' ? { ids: [...selectedIds] } : { filter: { ...filterValues } }
  return { ...scope, order, columns: names } satisfies ExportRequest
}
