import { type Meter, newMeter } from '#functions/platform/store/client.ts'
import { exactToken, phoneSearch, type Row, tokensOf } from '#functions/platform/store/item.ts'
import { getRecords, searchTokens } from '#functions/platform/store/read.ts'
import { conditionOf, type ListQuery } from '#shared/api/listQuery.ts'
import { type Actor, isOwnSite, visible } from '#shared/declaration/access.ts'
import { type AnyRecord, type Entity, fieldOf } from '#shared/declaration/entity.ts'
import { entityOf } from '#shared/entities/index.ts'
import { tokens } from '#shared/values/fold.ts'
import { listPage, type Page } from './list.ts'
import { meets } from './plan.ts'

/** Records read per search, people whose records are listed, and records listed for each. */
const limits = { hits: 200, people: 20, each: 50 } as const

/** Finds records by name prefix, phone ending or exact number, newest or best first; one page, no cursor. */
export async function searchPage(entity: Entity, q: string, query: ListQuery, actor: Actor): Promise<Page> {
  const meter = newMeter()
  const rows = new Map<string, Row>()
  const direct = await hits(entity, q, actor, meter)
  for (const record of direct.records) rows.set(record.id, visible(actor, entity, record))
  const indirect = entity.search?.through ? await throughPeople(entity, entity.search.through, q, actor) : nothing
  for (const row of indirect.records) rows.set(row.id, row)
  const matches = [...rows.values()].filter((row) =>
    query.conditions.every((condition) => meets(entity, row, condition)),
  )
  return {
    rows: matches.slice(query.offset, query.offset + query.limit).map((row) => onlyColumns(entity, row)),
    offset: query.offset,
    total: matches.length,
    isExact: direct.isWhole && indirect.isWhole,
    plan: `view=search;read=${meter.read};budget=ok`,
  }
}

/** Records that a search found, and whether these are all. */
interface SearchHits<R> {
  readonly records: readonly R[]
  readonly isWhole: boolean
}

const nothing: SearchHits<never> = { records: [], isWhole: true }

async function hits(entity: Entity, q: string, actor: Actor, meter: Meter): Promise<SearchHits<AnyRecord>> {
  const words = tokens(q)
  const longest = [...words].sort((a, b) => b.length - a.length)[0]
  const phone = phoneSearch(q)
  const numbers = [
    ...(entity.search?.exact && exactToken(q).length > 1 ? [exactToken(q)] : []),
    ...(phone && entity.search?.phones ? [phone] : []),
  ]
  const prefixes = [...numbers, ...(longest && entity.search?.words ? [longest] : [])]
  const lists = await Promise.all(prefixes.map((token) => searchTokens(entity, token, limits.hits, meter)))
  const ids = [...new Set(lists.flatMap((list) => list.ids))]
  const records = (await getRecords(entity, ids.slice(0, limits.hits), { meter })).map(({ record }) => record)
  const matches = records.filter((record) => {
    if (record.deletedAt !== undefined || !isOwnSite(actor, entity, record)) return false
    const own = tokensOf(entity, record)
    const isNumber = numbers.some((number) => own.some((each) => each.startsWith(number)))
    const isNamed = words.length > 0 && words.every((word) => own.some((each) => each.startsWith(word)))
    return isNumber || isNamed
  })
  return { records: matches, isWhole: ids.length <= limits.hits && lists.every((list) => list.isWhole) }
}

async function throughPeople(entity: Entity, reference: string, q: string, actor: Actor): Promise<SearchHits<Row>> {
  const people = entityOf(fieldOf(entity, reference)?.resource ?? '')
  const { records, isWhole } = await hits(people, q, actor, newMeter())
  const pages = await Promise.all(
    records
      .slice(0, limits.people)
      .map(({ id }) =>
        listPage(entity, { conditions: [conditionOf(entity, reference, id)], offset: 0, limit: limits.each }, actor),
      ),
  )
  return {
    records: pages.flatMap(({ rows }) => [...rows]),
    isWhole: isWhole && records.length <= limits.people && pages.every(({ nextCursor }) => nextCursor === undefined),
  }
}

const onlyColumns = (entity: Entity, row: Row): Row => ({
  id: row.id,
  ...Object.fromEntries(entity.columns.filter((name) => row[name] !== undefined).map((name) => [name, row[name]])),
})
