import { withQuery } from '#admin/provider/page.ts'
import type { Order } from '#shared/declaration/entity.ts'
import type { ListLayout } from './layout.ts'

/** What a list shows: a view of it, as its address says. */
export interface ListParameters {
  readonly filter: Readonly<Record<string, unknown>>
  /** The order of the list; empty for the entity's own. */
  readonly order: Order
  /** The column by which it is grouped, as `groupColumns` writes it. */
  readonly group?: string
  /** How it looks; the person's own choice without it. */
  readonly layout?: ListLayout
  /** The id of the saved view that it is, or was before it was changed; `all` for the list without a view. */
  readonly view?: string
}

/** In the place of a view: the whole list, although it would open with a view. */
export const wholeList = 'all'

/** The address of a list. */
export const listAddress = (resource: string, parameters: Partial<ListParameters>): string =>
  withQuery(`/${resource}`, queryOf(parameters))

/** The query of an address: an order is two lists by comma, `sort=status,receivedAt&order=ASC,DESC`, as react-admin reads it. */
export const queryOf = ({ filter = {}, order = [], group, layout, view }: Partial<ListParameters>) => ({
  filter,
  ...(order.length > 0 && { sort: order.map(([name]) => name).join(), order: order.map(([, each]) => each).join() }),
  ...(group && { group }),
  ...(layout && {
    columns: layout.columns.join(),
    ...(layout.pinned.length > 0 && { pinned: layout.pinned.join() }),
    density: layout.density,
    colour: layout.colour,
  }),
  ...(view && { view }),
})
