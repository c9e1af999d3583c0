import type { AnyRecord, Entity } from '#shared/declaration/entity.ts'
import { fold, phoneSearchPrefix, reversedPhone, tokens } from '#shared/values/fold.ts'
import { type Key, placeOf, recordKey, tokenKey, viewPartition } from './keys.ts'
import { indexes } from './table.ts'

/** A record as read, with the hash of its newest history entry. */
export interface StoredRecord<R extends AnyRecord = AnyRecord> {
  readonly record: R
  readonly hash: string
}

/** A row of a list: the id and the entity's columns. */
export type Row = { readonly id: string } & Readonly<Record<string, unknown>>

type TableItem = Record<string, unknown>

/** The stored form: columns in `row`, everything else in `rest`, and the keys of every view it is in. */
export function toItem(entity: Entity, { record, hash }: StoredRecord): TableItem & Key {
  const { id, version, ...values } = record
  const row: TableItem = {}
  const rest: TableItem = {}
  for (const [name, value] of Object.entries(values)) {
    if (value === undefined || value === null) continue
    if (entity.columns.includes(name)) row[name] = value
    else rest[name] = value
  }
  return { ...recordKey(id), v: version, hash, row, rest, ...viewKeys(entity, record) }
}

/** Reads an item back. */
export function fromItem(item: TableItem): StoredRecord {
  const record = { id: item.pk, version: item.v, ...(item.row as TableItem), ...(item.rest as TableItem) } as AnyRecord
  return { record, hash: String(item.hash) }
}

/** A list row from an index entry. */
export const toRow = (item: TableItem): Row => ({ id: String(item.pk), ...(item.row as TableItem) })

function viewKeys(entity: Entity, record: AnyRecord): TableItem {
  const keys: TableItem = {}
  for (const view of Object.values(entity.views)) {
    const index = indexes[view.index - 1]
    const place = placeOf(entity, view, record)
    if (!index || !place) continue
    keys[index.partition] = viewPartition(entity, place.values)
    keys[index.sort] = place.sort
  }
  return keys
}

/** Search tokens of a record: folded words, reversed phone digits, folded exact keys; none for a deleted one. */
export function tokensOf(entity: Entity, record: AnyRecord): string[] {
  const search = entity.search
  if (!search || record.deletedAt !== undefined) return []
  const all = new Set<string>()
  for (const name of search.words ?? []) for (const token of tokens(String(record[name] ?? ''))) all.add(token)
  for (const name of search.phones ?? []) if (record[name]) all.add(phoneToken(String(record[name])))
  for (const name of search.exact ?? []) if (record[name]) all.add(exactToken(String(record[name])))
  return [...all]
}

/** A phone's token: its digits backwards, so that a known ending is a prefix. */
const phoneToken = (phone: string): string => `~${reversedPhone(phone)}`
/** The token prefix of a phone's ending as people type it, or undefined when it has fewer than four digits. */
export function phoneSearch(text: string): string | undefined {
  const prefix = phoneSearchPrefix(text)
  return prefix && `~${prefix}`
}
/** An exact key's token, such as a member or case number. */
export const exactToken = (value: string): string => `=${fold(value)}`

/** Items of a record's search tokens. */
export const tokenItems = (entity: Entity, record: AnyRecord): (TableItem & Key)[] =>
  tokensOf(entity, record).map((token) => ({ ...tokenKey(entity.resource, token, record.id), id: record.id }))
