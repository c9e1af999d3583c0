import type { Entity } from '#shared/declaration/entity.ts'
import { foldIdentity } from '#shared/values/fold.ts'

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

/** The record and version that a history entry is of, out of its key. */
export const historyPlace = (pk: string, sk: string) => ({ recordId: pk.slice(2), version: Number(sk) })

/** Key of the item that keeps the encryption key of a person, or the pattern of all of them with `*`. */
export const keyItemKey = (subjectId: string): Key => ({ pk: `KEY#${subjectId}`, sk: 'A' })

/** Shard of a record, the same one always: a number below `count`. */
function shardOf(id: string, count: number): number {
  let sum = 0
  for (let i = Math.max(0, id.length - 4); i < id.length; i++) sum += id.charCodeAt(i)
  return sum % count
}

/** Partitions of the changes of one resource; one alone would take no more than 500 changes a second. */
export const changesShards = 4

/** Partition of one shard of a resource's changes, or the pattern of all of them. */
export const changesShard = (resource: string, shard: number | '*'): string => `${resource}#${shard}`

/** Partition of a record in the index of changes. */
export const changesPartition = (resource: string, id: string): string =>
  changesShard(resource, shardOf(id, changesShards))

/** Partitions of what waits for one tick. */
export const dueShards = 4

/** Partition of one shard of what waits for a tick, or the pattern of all of them. */
export const dueShard = (tick: string, shard: number | '*'): string => `${tick}#${shard}`

/** Partition of a record in the index of what is due. */
export const duePartition = (tick: string, id: string): string => dueShard(tick, shardOf(id, dueShards))

/** Partition of the records of one resource that stand under a parent. */
export const childPartition = (resource: string, parentId: string): string => `C#${resource}#${parentId}`

/** Key of the item that says that a record stands under a parent. */
export const childKey = (resource: string, parentId: string, id: string): Key => ({
  pk: childPartition(resource, parentId),
  sk: id,
})

/** Where the number of the table's layout stands. */
export const layoutKey: Key = { pk: 'LAYOUT', sk: 'A' }

/** Where it stands which key signs history at home, and how far its anchors reach. */
export const auditStateKey: Key = { pk: 'AUDIT', sk: 'A' }

/** Partitions of the outbox; with one alone, every write of the product would go to it. */
export const outboxShards = 8

const outboxPrefix = 'OUT#'

/** Partition of one shard of the outbox. */
export const outboxPartition = (shard: number): string => `${outboxPrefix}${shard}`

/** Whether a partition is one of the outbox. */
export const isOutboxPartition = (pk: string): boolean => pk.startsWith(outboxPrefix)

/** Key of an event that waits for delivery: by time within a shard of its record's id. */
export const outboxKey = (id: string, version: number, now: string): Key => ({
  pk: outboxPartition(shardOf(id, outboxShards)),
  sk: `${now}#${id}#${version}`,
})

/** Name under which events that failed wait in the index of what is due, as a record waits under that of its tick. */
export const eventsTick = 'events'

/** Name under which what a tick failed to do waits in the index of what is due; the right to look up what waits for the tick covers it. */
export const failedTick = (tick: string): string => `${tick}#failed`

/** Key of the events of one transaction that a consumer failed to handle and that wait for another attempt. */
export const deliveryKey = (consumer: string, firstEventId: string): Key => ({
  pk: `RETRY#${consumer}#${firstEventId}`,
  sk: 'A',
})

/** Key of the number of open dead letters of a consumer with one reason. */
export const openLettersKey = (consumer: string, reason: string): Key => ({ pk: `DEAD#${consumer}#${reason}`, sk: 'A' })

/** Key that reserves a set of values which may occur once; those that people cannot tell apart are the same. */
export const uniqueKey = (resource: string, fields: readonly string[], values: readonly unknown[]): Key => ({
  pk: `U#${resource}#${fields.join('+')}#${values.map((value) => foldIdentity(String(value))).join('#')}`,
  sk: 'A',
})

/** Key of the record that an Idempotency-Key created. */
export const idempotencyKey = (scope: string, key: string): Key => ({ pk: `IDEM#${scope}#${key}`, sk: 'A' })

/** Key of the lease of a scheduled function. */
export const tickKey = (name: string): Key => ({ pk: 'LEASE#tick', sk: name })

/** Key of the item that health reads, and writes where writing failed. */
export const healthKey: Key = { pk: 'LEASE#health', sk: 'store' }

/** Key of the last number of a sequence. */
export const sequenceKey = (resource: string, parts: readonly string[]): Key => ({
  pk: `SEQ#${resource}#${parts.join('#')}`,
  sk: 'A',
})

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

/** Patterns of the partitions of a resource's children, sequences and unique values. */
export const resourcePartitions = (resource: string): string[] =>
  ['C', 'SEQ', 'U'].map((kind) => `${kind}#${resource}#*`)
