import { historyKey, keyItemKey, outboxKey, recordKey, resourcePartitions } from '#functions/platform/store/keys.ts'
import type { Entity } from '#shared/declaration/entity.ts'

/** Pattern of the partitions that hold an entity's records. */
export const recordsOf = (entity: Entity): string => recordKey(`${entity.prefix}_*`).pk

/** Patterns of the partitions that hold one entity: records, history, children, unique values, numbers. */
export const partitionsOf = (entity: Entity): string[] => [
  recordsOf(entity),
  historyKey(`${entity.prefix}_*`, 0).pk,
  ...resourcePartitions(entity.resource),
]

/** Pattern of the partitions that hold history. */
export const historyPartitions = historyKey('*', 0).pk

/** Pattern of the partitions that hold the encryption keys of an entity's records, as persons. */
export const keysOf = (entity: Entity): string => keyItemKey(`${entity.prefix}_*`).pk

/** Pattern of the partitions that hold the encryption keys of all persons. */
export const keyPartitions = keyItemKey('*').pk

/** The common prefix of the partitions of events. */
export const outboxPrefix = outboxKey('0000', 0, '').pk.replace(/\d+$/, '')
