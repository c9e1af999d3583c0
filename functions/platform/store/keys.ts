import type { AnyRecord, Entity, View } from '#shared/declaration/entity.ts'
import { fieldOf } from '#shared/declaration/entity.ts'
import { fold } from '#shared/values/fold.ts'

/** Key of an item in the table. */
export interface Key {
  readonly pk: string
  readonly sk: string
}

/** Whether a text can be the id of a record of an entity; anything else need not be looked for. */
export const isIdOf = (entity: Entity, id: string): boolean =>
  id.length <= 60 && id.startsWith(`${entity.prefix}_`) && /^[\w-]+$/.test(id)

/** Key of a record. */
export const recordKey = (id: string): Key => ({ pk: id, sk: 'A' })

/** Key of the history entry of one version of a record; in a partition of its own, so that a role can be denied it. */
export const historyKey = (id: string, version: number): Key => ({
  pk: `H#${id}`,
  sk: String(version).padStart(8, '0'),
})

/** Partitions of the outbox; with one alone, every write of the product would go to it. */
export const outboxShards = 8

const outboxPrefix = 'OUT#'

/** Partition of one shard of the outbox. */
export const outboxPartition = (shard: number): string => `${outboxPrefix}${shard}`

/** Whether a partition is one of the outbox. */
export const isOutboxPartition = (pk: string): boolean => pk.startsWith(outboxPrefix)

/** Key of an event that waits for delivery: by time within a shard of its record's id. */
export function outboxKey(id: string, version: number, now: string): Key {
  let sum = 0
  for (let i = id.length - 4; i < id.length; i++) sum += id.charCodeAt(i)
  return { pk: outboxPartition(sum % outboxShards), sk: `${now}#${id}#${version}` }
}

/** Key that reserves a set of values which may occur once. */
export const uniqueKey = (resource: string, fields: readonly string[], values: readonly unknown[]): Key => ({
  pk: `U#${resource}#${fields.join('+')}#${values.map((value) => String(value).toLowerCase()).join('#')}`,
  sk: 'A',
})

/** Key of the record that an Idempotency-Key created. */
export const idempotencyKey = (scope: string, key: string): Key => ({ pk: `IDEM#${scope}#${key}`, sk: 'A' })

/** Key of the lease of a scheduled function, with the instant of its last run. */
export const tickKey = (name: string): Key => ({ pk: 'LEASE#tick', sk: name })

/** Key of the last number of a sequence. */
export const sequenceKey = (resource: string, parts: readonly string[]): Key => ({
  pk: `SEQ#${resource}#${parts.join('#')}`,
  sk: 'A',
})

// Whole letters only: the store refuses half of a surrogate pair.
const firstLetters = (text: string, count: number): string =>
  [...text.slice(0, 2 * count)].slice(0, count).join('').toWellFormed()

/** A search token as a key contains it; keys take 1,024 bytes, a limit of DynamoDB. */
export const tokenText = (token: string): string => firstLetters(token, 100)

/** Key of one search token of a record; partitioned by the token's first two letters. */
export const tokenKey = (resource: string, token: string, id: string): Key => ({
  pk: `T#${resource}#${firstLetters(token, 2)}`,
  sk: `${tokenText(token)}#${id}`,
})

/** Whether a view is ordered by time, so that it can be counted per month and day. */
export function isDated(entity: Entity, view: View): boolean {
  const kind = fieldOf(entity, view.sort)?.kind
  return kind === 'instant' || kind === 'day'
}

/** Whether a view is counted. */
export const isCounted = (view: View): boolean => !view.isNarrow

/** Partition of a view for key values. */
export const viewPartition = (entity: Entity, values: readonly unknown[]): string =>
  [entity.resource, ...values.map(String)].join('|')

/** Counter of a view's key values: `A` holds the total and a number per month, a month's item one per day. */
export const counterKey = (entity: Entity, view: View, values: readonly unknown[], month = 'A'): Key => ({
  pk: `N#${[entity.resource, view.index, ...values.map(String)].join('|')}`,
  sk: month,
})

/**
 * The string a view sorts by, or undefined when the record lacks it; names are folded so that case and accents do not
 * matter, unless nothing is left of them.
 */
function sortValue(entity: Entity, view: View, record: Readonly<Record<string, unknown>>): string | undefined {
  const value = record[view.sort]
  if (value === undefined || value === null) return undefined
  const text = String(value)
  return fieldOf(entity, view.sort)?.kind === 'text' ? firstLetters(fold(text) || text, 200) : text
}

/** A record's place in a view, or undefined when it is not in it (deleted, or a key is absent). */
export function placeOf(
  entity: Entity,
  view: View,
  record: AnyRecord,
): { values: unknown[]; sort: string } | undefined {
  const sort = sortValue(entity, view, record)
  if (record.deletedAt !== undefined || sort === undefined) return undefined
  const values = view.key.map((name) => record[name])
  if (values.some((value) => value === undefined || value === null)) return undefined
  return { values, sort }
}

/** Where a link's token is looked up: by its keyed hash, never by itself. */
export const surveyLinkKey = (hash: string): Key => ({ pk: `S#${hash}`, sk: 'A' })

/** Where the last invitation of a patient is noted, so that two at the same moment know of each other. */
export const quarantineKey = (patientId: string): Key => ({ pk: `QUAR#${patientId}`, sk: 'A' })

/** Partition of the days whose statistics have to be computed again. */
export const dirtyPartition = 'DIRTY#survey-stats'

/** Where one such day is noted. */
export const dirtyKey = (surveyId: string, day: string): Key => ({ pk: dirtyPartition, sk: `${surveyId}#${day}` })

/** The survey and day of a note. */
export function dirtyBucket(sk: string): { surveyId: string; day: string } {
  const [surveyId = '', day = ''] = sk.split('#')
  return { surveyId, day }
}

/** Partition of one month of a survey's statistics; a day is its sort key. */
export const statisticsPartition = (surveyId: string, month: string): string => `STAT#${surveyId}#${month}`

/** Where the statistics of one day stand. */
export const statisticsKey = (surveyId: string, day: string): Key => ({
  pk: statisticsPartition(surveyId, day.slice(0, 7)),
  sk: day,
})

/** Patterns of the partitions of a resource's counters, sequences, search tokens and unique values. */
export const resourcePartitions = (resource: string): string[] =>
  ['N', 'SEQ', 'T', 'U'].map((kind) => `${kind}#${resource}*`)
