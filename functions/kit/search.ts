import { type Actor, isOwnSite, visible } from '#shared/access.ts'
import { entityOf } from '#shared/entities/index.ts'
import { type AnyRecord, type Entity, fieldOf } from '#shared/entity.ts'
import { conditionOf, type ListQuery } from '#shared/page.ts'
import { tokens } from '#shared/rules/fold.ts'
import { listPage, type Page } from './list.ts'
import { meets } from './plan.ts'
import { type Meter, newMeter } from './store/client.ts'
import { exactToken, phoneSearch, type Row, tokensOf } from './store/item.ts'
import { getRecords, searchTokens } from './store/read.ts'

/** Hits looked at per search, and people whose records are gathered. */
const most = { hits: 200, people: 20, each: 50 } as const

/** Finds records by name prefix, phone ending or exact number, newest or best first; one page, no cursor. */
export async function searchPage(of: Entity, q: string, query: ListQuery, actor: Actor): Promise<Page> {
  const meter = newMeter()
  const found = new Map<string, Row>()
  for (const record of await hits(of, q, actor, meter))
    found.set(record.id, { ...record, ...visible(actor, of, record) })
  if (of.search?.through) for (const row of await throughPeople(of, of.search.through, q, actor)) found.set(row.id, row)
  const fitting = [...found.values()].filter((row) => query.conditions.every((condition) => meets(of, row, condition)))
  const rows = fitting.slice(query.offset, query.offset + query.limit).map((row) => onlyColumns(of, row))
  return {
    rows,
    offset: query.offset,
    total: fitting.length,
    isExact: fitting.length < most.hits,
    plan: `view=search;read=${meter.read};budget=ok`,
  }
}

async function hits(of: Entity, q: string, actor: Actor, meter: Meter): Promise<AnyRecord[]> {
  const words = tokens(q)
  const longest = [...words].sort((a, b) => b.length - a.length)[0]
  const phone = phoneSearch(q)
  const wanted = [
    ...(of.search?.exact ? [exactToken(q)] : []),
    ...(phone && of.search?.phones ? [phone] : []),
    ...(longest && of.search?.words ? [longest] : []),
  ]
  const ids = (await Promise.all(wanted.map((token) => searchTokens(of, token, most.hits, meter)))).flat()
  const records = (await getRecords([...new Set(ids)].slice(0, most.hits), meter)).map(({ record }) => record)
  return records.filter((record) => {
    if (record.deletedAt !== undefined || !isOwnSite(actor, of, record)) return false
    const held = tokensOf(of, record)
    const isNumber = [exactToken(q), phone].some(
      (token) => token !== undefined && held.some((each) => each.startsWith(token)),
    )
    return isNumber || words.every((word) => held.some((each) => each.startsWith(word)))
  })
}

async function throughPeople(of: Entity, reference: string, q: string, actor: Actor): Promise<Row[]> {
  const people = entityOf(fieldOf(of, reference)?.resource ?? '')
  const matches = (await hits(people, q, actor, newMeter())).slice(0, most.people)
  const pages = await Promise.all(
    matches.map(({ id }) =>
      listPage(of, { conditions: [conditionOf(of, reference, id)], offset: 0, limit: most.each }, actor),
    ),
  )
  return pages.flatMap(({ rows }) => [...rows])
}

const onlyColumns = (of: Entity, row: Row): Row => ({
  id: row.id,
  ...Object.fromEntries(of.columns.filter((name) => row[name] !== undefined).map((name) => [name, row[name]])),
})
