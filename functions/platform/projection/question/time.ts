import type { Condition, Operator } from '#shared/api/condition.ts'
import type { Entity } from '#shared/declaration/entity.ts'
import { isDayText, nextDayText, timeSpan } from '#shared/values/timeSpan.ts'
import { quoted } from '../file/tables.ts'
import { allOf, anyOf, part, partOn, type SqlPart } from './sqlPart.ts'

/** The time zone of each site by its key, and that of records without one. */
export interface SiteZones {
  readonly bySite: ReadonlyMap<number, string>
  readonly other: string
}

/** From the first value on, up to the one after the last. */
type ValueSpan = readonly [from: string | number, to: string | number]

/** The column that holds the key of a record's site. */
export const siteKeyColumn = ({ site }: Entity): string | undefined => (site === 'id' ? 'record key' : site)

/** A comparison of a day, a month or a year with a column of days. */
export function dayPart(name: string, operator: Operator, value: unknown): SqlPart {
  const spans = [value].flat().map((each): ValueSpan => [String(each), nextDayText(String(each))])
  const { sql, values } = spansPart(quoted(name), operator, spans)
  return partOn(name, sql, ...values)
}

/** A comparison with a column of instants. A day of one site is not the same hours as that day of another one. */
export function timeParts(entity: Entity, condition: Condition, zones: SiteZones): SqlPart[] {
  const site = siteKeyColumn(entity)
  const reads = [condition.field, ...(site ? [site] : [])]
  return instantParts(site, condition, zones).map((each) => ({ ...each, reads }))
}

function instantParts(
  site: string | undefined,
  { field: name, operator, value }: Condition,
  { bySite, other }: SiteZones,
): SqlPart[] {
  const texts = [value].flat().map(String)
  const spansIn = (zone: string) =>
    texts.map((text): ValueSpan => {
      const { from, to } = timeSpan(text, zone)
      return [from, to]
    })
  const others = spansIn(other)
  // Zones in which the day has the same bounds are one, and where all are one an index answers.
  const byBounds = new Map<string, { readonly spans: ValueSpan[]; readonly sites: number[] }>()
  for (const [key, zone] of site && texts.some(isDayText) ? bySite : []) {
    const spans = spansIn(zone)
    const same = byBounds.get(JSON.stringify(spans)) ?? { spans, sites: [] }
    byBounds.set(JSON.stringify(spans), same)
    same.sites.push(key)
  }
  if (!site || byBounds.size === 0 || (byBounds.size === 1 && byBounds.has(JSON.stringify(others))))
    return [{ ...spansPart(quoted(name), operator, others), on: name }]
  // A plus keeps SQLite from looking for each of these in an index.
  const [column, siteColumn] = [`+${quoted(name)}`, `+${quoted(site)}`]
  const among = (keys: readonly number[]) => part(`${siteColumn} IN (${keys.map(() => '?').join(', ')})`, ...keys)
  const known = among([...bySite.keys()])
  const bySites = anyOf([
    ...[...byBounds.values()].map(({ spans, sites }) => allOf([among(sites), spansPart(column, operator, spans)])),
    allOf([part(`(${known.sql}) IS NOT 1`, ...known.values), spansPart(column, operator, others)]),
  ])
  return withBounds(name, operator, [...[...byBounds.values()].map(({ spans }) => spans), others].flat(), bySites)
}

/**
 * The same comparison with its bounds in front: what is outside of all zones' spans, or inside of all, needs no look at
 * its site, and the outer bound is what an index answers.
 */
function withBounds(name: string, operator: Operator, spans: readonly ValueSpan[], bySites: SqlPart): SqlPart[] {
  const column = quoted(name)
  const [froms, tos] = [0, 1].map((side) => spans.map((span) => Number(span[side])))
  const edges = (operator === 'gt' || operator === 'lte' ? tos : froms) ?? []
  const [low, high] = [Math.min(...edges), Math.max(...edges)]
  switch (operator) {
    case 'gt':
    case 'gte':
      return [{ ...part(`${column} >= ?`, low), on: name }, anyOf([part(`+${column} >= ?`, high), bySites])]
    case 'lt':
    case 'lte':
      return [{ ...part(`${column} < ?`, high), on: name }, anyOf([part(`+${column} < ?`, low), bySites])]
    case 'neq':
      return [bySites]
    default:
      return [{ ...part(`(${column} >= ? AND ${column} < ?)`, low, Math.max(...(tos ?? []))), on: name }, bySites]
  }
}

/** Comparisons with spans of values. */
function spansPart(column: string, operator: Operator, spans: readonly ValueSpan[]): SqlPart {
  const [[from, to] = ['', '']] = spans
  switch (operator) {
    case 'gt':
      return part(`${column} >= ?`, to)
    case 'gte':
      return part(`${column} >= ?`, from)
    case 'lt':
      return part(`${column} < ?`, from)
    case 'lte':
      return part(`${column} < ?`, to)
  }
  const within = anyOf(spans.map((span) => part(`(${column} >= ? AND ${column} < ?)`, ...span)))
  return operator === 'neq' ? part(`(${within.sql}) IS NOT 1`, ...within.values) : within
}
