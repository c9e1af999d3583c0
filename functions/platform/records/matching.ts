import type { Context } from '#functions/platform/http/context.ts'
import type { Row } from '#functions/platform/store/item.ts'
import { type ListQuery, parseList } from '#shared/api/listQuery.ts'
import type { Actor } from '#shared/declaration/access.ts'
import type { AnyRecord, Entity } from '#shared/declaration/entity.ts'
import { problem } from '#shared/declaration/problem.ts'
import { listPage, type Page } from './list.ts'
import { manyRecords } from './manyRecords.ts'
import { searchPage } from './search.ts'

/** Which records a request is about: those of a list of ids, or all that match a filter, in an order. */
export interface Selection {
  readonly ids?: readonly string[]
  readonly filter?: Readonly<Record<string, unknown>>
  readonly sort?: readonly [string, 'ASC' | 'DESC']
}

/** Rows read at a time. */
const pageSize = 500

const queryOf = (entity: Entity, { filter = {}, sort }: Selection, actor: Actor, cursor?: string): ListQuery =>
  parseList(entity, { filter: JSON.stringify(filter), ...(sort && { sort: JSON.stringify(sort) }), cursor }, actor)

const pageOf = (entity: Entity, query: ListQuery, actor: Actor): Promise<Page> =>
  query.q === undefined ? listPage(entity, query, actor) : searchPage(entity, query.q, query, actor)

/** Every row that matches a filter and that the actor may see, a page at a time. */
export async function* matching(entity: Entity, selection: Selection, actor: Actor): AsyncGenerator<readonly Row[]> {
  let cursor: string | undefined
  do {
    const page = await pageOf(entity, { ...queryOf(entity, selection, actor, cursor), limit: pageSize }, actor)
    yield page.rows
    cursor = page.nextCursor
  } while (cursor)
}

/** How many records a request is about, and the first few of them; throws the problem of a wrong filter. */
export async function previewOf(
  entity: Entity,
  selection: Selection,
  context: Context,
  sampleSize = 5,
): Promise<{ matched: number; isExact: boolean; sample: readonly (Row | AnyRecord)[] }> {
  const { actor } = context
  if (selection.ids) {
    const ids = [...new Set(selection.ids)]
    const first = queryOf(entity, { filter: { id: ids.slice(0, sampleSize) } }, actor)
    return { matched: ids.length, isExact: true, sample: await manyRecords(entity, first, context) }
  }
  const page = await pageOf(entity, { ...queryOf(entity, selection, actor), limit: sampleSize }, actor)
  return { matched: page.total, isExact: page.isExact, sample: page.rows }
}

/** Throws for a filter with ids: a list takes them instead of conditions, and here that would match everything. */
export function checkFilter(filter: Readonly<Record<string, unknown>> | undefined): void {
  if (filter && Object.hasOwn(filter, 'id')) throw problem('IDS_IN_FILTER')
}
