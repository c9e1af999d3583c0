import type { Context } from '#functions/platform/http/context.ts'
import type { OrderedFilter } from '#functions/platform/projection/ask.ts'
import type { Row } from '#functions/platform/store/item.ts'
import { orderOf, parseFilter } from '#shared/api/listQuery.ts'
import type { Actor } from '#shared/declaration/access.ts'
import type { AnyRecord, Entity } from '#shared/declaration/entity.ts'
import { problem } from '#shared/declaration/problem.ts'
import { listPage } from './list.ts'
import { manyRecords } from './manyRecords.ts'

/** Which records a request is about: those of a list of ids, or all that match a filter, in an order. */
export interface Selection {
  readonly ids?: readonly string[]
  readonly filter?: Readonly<Record<string, unknown>>
  readonly sort?: readonly string[]
}

/** What a filter and an order ask for; throws the 400 of a wrong one. */
export function selectedBy(entity: Entity, { filter = {}, sort }: Selection, actor: Actor): OrderedFilter {
  // A list takes ids instead of conditions, and here that would match everything.
  if (Object.hasOwn(filter, 'id')) throw problem('IDS_IN_FILTER')
  const { conditions, q } = parseFilter(entity, JSON.stringify(filter), actor)
  const order = orderOf(entity, sort, actor)
  return { conditions, ...(q !== undefined && { q }), ...(order && { order }) }
}

/** How many records a request is about, and the first few of them; throws the problem of a wrong filter. */
export async function previewOf(
  entity: Entity,
  selection: Selection,
  context: Context,
  sampleSize = 5,
): Promise<{ matched: number; sample: readonly (Row | AnyRecord)[] }> {
  if (selection.ids) {
    const ids = [...new Set(selection.ids)]
    return { matched: ids.length, sample: await manyRecords(context, entity, ids.slice(0, sampleSize)) }
  }
  const selected = selectedBy(entity, selection, context.actor)
  const { rows, total } = await listPage(entity, { ...selected, offset: 0, limit: sampleSize }, context)
  return { matched: total, sample: rows }
}
