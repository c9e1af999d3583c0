import type { AnyRecord, Entity, RecordValues } from '#shared/declaration/entity.ts'
import { changesPartition, duePartition, type Key, recordKey } from './keys.ts'
import { bytesOf, textOfBytes } from './packing/bytes.ts'
import { packed, unpacked } from './packing/packed.ts'
import { changesIndex, dueIndex } from './table.ts'

/** A record as read, with the hash of its newest history entry. */
export interface StoredRecord<R extends AnyRecord = AnyRecord> {
  readonly record: R
  readonly hash: string
}

/** A row of a list: the id and the entity's columns. */
export type Row = { readonly id: string } & RecordValues

/** What the projection is told of a record: its columns, what it is searched by, and whether it was deleted. */
const isInRow = ({ columns, search }: Entity, name: string): boolean =>
  name === 'deletedAt' || columns.includes(name) || search?.fields.includes(name) === true

/**
 * The stored form of a record committed at an instant, packed: `row`, which the index of changes holds too, and everything
 * else in `rest`; and the keys of the indexes it is in.
 */
export function toItem(entity: Entity, { record, hash }: StoredRecord, committedAt: string): RecordValues & Key {
  const { id, version, ...values } = record
  const row: Record<string, unknown> = {}
  const rest: Record<string, unknown> = {}
  for (const [name, value] of Object.entries(values)) {
    if (value === undefined || value === null) continue
    if (isInRow(entity, name)) row[name] = value
    else rest[name] = value
  }
  return {
    ...recordKey(id),
    v: version,
    hash: bytesOf(hash),
    row: packed(row),
    ...(Object.keys(rest).length > 0 && { rest: packed(rest) }),
    [changesIndex.partition]: changesPartition(entity.resource, id),
    [changesIndex.sort]: committedAt,
    ...dueKeys(entity, record),
  }
}

function dueKeys({ due }: Entity, record: AnyRecord): RecordValues {
  const at = due && record.deletedAt === undefined ? record[due.at] : undefined
  return due && typeof at === 'string'
    ? { [dueIndex.partition]: duePartition(due.tick, record.id), [dueIndex.sort]: at }
    : {}
}

/** Reads an item back; throws `DamagedValue`. */
export function fromItem(item: RecordValues): StoredRecord {
  const [row, rest] = [unpacked(item.row), unpacked(item.rest)]
  const values = { ...(typeof row === 'object' && row), ...(typeof rest === 'object' && rest) }
  return { record: { id: String(item.pk), version: Number(item.v), ...values }, hash: textOfBytes(item.hash) }
}
