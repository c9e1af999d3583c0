import type { Entity } from '#shared/declaration/entity.ts'
import type { Meter } from './client.ts'
import type { Row } from './item.ts'
import { readSlice, type Slice } from './view.ts'

interface ViewOptions extends Partial<Pick<Slice, 'isDescending' | 'from' | 'to'>> {
  readonly pageSize?: number
  readonly meter?: Meter
}

/** Rows of a declared view with these key values, in its order, page by page; throws when there is no such view. */
export async function* readView(
  entity: Entity,
  name: string,
  values: readonly unknown[],
  { pageSize = 200, meter, isDescending = false, ...bounds }: ViewOptions = {},
): AsyncGenerator<Row> {
  const view = entity.views[name]
  if (!view) throw new Error(`${entity.resource} have no view ${name}`)
  for await (const { row } of readSlice({ entity, view, values, isDescending, ...bounds }, { pageSize, meter }))
    yield row
}

/** All rows of a declared view with these key values, in its order. */
export async function viewRows(...request: Parameters<typeof readView>): Promise<Row[]> {
  const rows: Row[] = []
  for await (const row of readView(...request)) rows.push(row)
  return rows
}
