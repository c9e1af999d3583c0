import { historyKey, outboxKey, recordKey } from '#functions/platform/store/keys.ts'
import type { Entity } from '#shared/declaration/entity.ts'

/** Pattern of the partitions that hold an entity's records. */
export const recordsOf = (of: Entity): string => recordKey(`${of.prefix}_*`).pk

/** Patterns of the partitions that hold one entity: records, history, views, counters, tokens, unique values, numbers. */
export const partitionsOf = (of: Entity): string[] => [
  recordsOf(of),
  historyKey(`${of.prefix}_*`, 0).pk,
  of.resource,
  `${of.resource}|*`,
  ...['N', 'SEQ', 'T', 'U'].map((kind) => `${kind}#${of.resource}*`),
]

/** Pattern of the partitions that hold history. */
export const historyPartitions = historyKey('*', 0).pk

/** What the partitions of waiting events begin with. */
export const outboxPrefix = outboxKey('0000', 0, '').pk.replace(/\d+$/, '')
