import { type Asker, askPage } from '#functions/platform/projection/ask.ts'
import type { Row } from '#functions/platform/store/item.ts'
import type { ListQuery } from '#shared/api/listQuery.ts'
import { visible } from '#shared/declaration/access.ts'
import type { Entity } from '#shared/declaration/entity.ts'
import { fingerprint, readCursor, writeCursor } from './cursor.ts'

/** A page of a list; `total` is exact. */
export interface Page {
  readonly rows: readonly Row[]
  readonly offset: number
  readonly total: number
  readonly nextCursor?: string
  /** Instant of which it is, UTC. */
  readonly asOf: string
}

/** A page of what the asker may see. */
export async function listPage(entity: Entity, query: ListQuery, asker: Asker): Promise<Page> {
  const { conditions, q, order, limit } = query
  const { actor } = asker
  const scope = fingerprint(entity.resource, query, actor)
  const { offset, after } = query.cursor ? await readCursor(query.cursor, scope) : { ...query, after: undefined }
  const selected = { conditions, ...(q !== undefined && { q }), ...(order && { order }) }
  const { rows, total, last, asOf } = await askPage(entity, selected, { offset, limit, ...(after && { after }) }, asker)
  const reached = offset + rows.length
  // While a list is read, records may come or go before the place that was reached: only a short page is the last one.
  const hasMore = last !== undefined && rows.length === limit && (query.cursor !== undefined || reached < total)
  return {
    rows: rows.map((row) => visible(actor, entity, row)),
    offset,
    total,
    asOf,
    ...(hasMore && { nextCursor: await writeCursor({ offset: reached, after: [...last] }, scope) }),
  }
}
