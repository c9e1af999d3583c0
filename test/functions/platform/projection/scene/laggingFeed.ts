import { type StoredRecord, toItem } from '#functions/platform/store/item.ts'
import { changesPartition, changesShard } from '#functions/platform/store/keys.ts'
import { type FeedEntry, feedEntryOf } from '#functions/platform/store/readIndex.ts'
import type { AnyRecord, Entity } from '#shared/declaration/entity.ts'

/** One version of a record: when it was stamped, when the index showed it, and until when; milliseconds since 1970. */
export interface Written {
  readonly record: AnyRecord
  readonly committedAt: number
  readonly shownFrom: number
  shownUntil: number
}

/** How late the index is: with the stamp before the commit, with the new place after it, with the old one after that. */
export interface Lag {
  readonly stampMs: number
  readonly shownMs: number
  readonly goneMs: number
}

interface IndexPlace extends Written {
  readonly key: string
  readonly entry: FeedEntry
}

const keyOf = (entry?: FeedEntry): string => `${entry?.committedAt} ${entry?.id}`

/** The index of the first place whose key is not below a text; places are in the order of their keys. */
function firstFrom(places: readonly IndexPlace[], key: string): number {
  let [low, high] = [0, places.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((places[middle]?.key ?? '') < key) low = middle + 1
    else high = middle
  }
  return low
}

/**
 * A table in memory whose index of changes tells of a write late, not in order, and of the old place and the new one
 * separately; a strongly consistent reading by id has every write at once.
 */
export class LaggingFeed {
  readonly #versions = new Map<string, IndexPlace[]>()
  readonly #partitions = new Map<string, IndexPlace[]>()
  /** The most entries of a page, so that few records fill several. */
  pageSize = 3
  /** Runs before a page is read: it may write, let time pass, or fail. */
  beforePage: () => void | Promise<void> = () => {}
  /** Pages read so far. */
  pages = 0

  /** Writes the next version of a record. */
  write(entity: Entity, values: Omit<AnyRecord, 'version'>, lag: Lag = { stampMs: 0, shownMs: 0, goneMs: 0 }): Written {
    const places = this.#versions.get(String(values.id)) ?? []
    const now = Date.now()
    const record: AnyRecord = { ...values, id: String(values.id), version: places.length + 1 }
    const committedAt = now - lag.stampMs
    const before = places.at(-1)
    // The index takes over the versions of one record in turn.
    const shownFrom = Math.max(now + lag.shownMs, before?.shownFrom ?? 0)
    if (before) before.shownUntil = Math.max(before.shownFrom, shownFrom + lag.goneMs)
    const stored: StoredRecord = { record, hash: '' }
    const entry = feedEntryOf(toItem(entity, stored, new Date(committedAt).toISOString()))
    const partition = changesPartition(entity.resource, record.id)
    const place = { record, committedAt, shownFrom, shownUntil: Number.POSITIVE_INFINITY, key: keyOf(entry), entry }
    this.#versions.set(record.id, [...places, place])
    const shard = this.#partitions.get(partition) ?? []
    this.#partitions.set(partition, shard)
    shard.splice(firstFrom(shard, place.key), 0, place)
    return place
  }

  /** Every version of a record, the oldest first. */
  versionsOf(id: string): readonly Written[] {
    return this.#versions.get(id) ?? []
  }

  /** The newest version of every record of an entity. */
  latest({ prefix }: Entity): AnyRecord[] {
    return [...this.#versions].flatMap(([id, places]) => {
      const record = places.at(-1)?.record
      return record && id.startsWith(`${prefix}_`) ? [record] : []
    })
  }

  /** As the product's function of this name. */
  async readChanges(
    resource: string,
    shard: number,
    since: string,
    { limit, after }: { limit: number; after?: Record<string, unknown> },
  ): Promise<{ entries: FeedEntry[]; next?: Record<string, unknown> }> {
    this.pages++
    await this.beforePage()
    const now = Date.now()
    const places = this.#partitions.get(changesShard(resource, shard)) ?? []
    const shown: FeedEntry[] = []
    const start = after ? String(after.place) : since
    for (let index = firstFrom(places, start); index < places.length; index++) {
      const place = places[index]
      if (!place || now < place.shownFrom || place.shownUntil <= now || place.key === start) continue
      if (shown.length === Math.min(limit, this.pageSize))
        return { entries: shown, next: { place: keyOf(shown.at(-1)) } }
      shown.push(place.entry)
    }
    return { entries: shown }
  }

  /** As the product's function of this name. */
  async getFeedEntry(_entity: Entity, id: string): Promise<FeedEntry | undefined> {
    return this.#versions.get(id)?.at(-1)?.entry
  }

  /** As the product's function of this name. */
  async getAnyRecord(id: string): Promise<StoredRecord | undefined> {
    const record = this.#versions.get(id)?.at(-1)?.record
    return record && { record, hash: '' }
  }

  /** As the product's function of this name. */
  async getRecords({ prefix }: Entity, ids: readonly string[]): Promise<StoredRecord[]> {
    const found = await Promise.all(ids.map((id) => this.getAnyRecord(id)))
    return found.flatMap((stored) => (stored?.record.id.startsWith(`${prefix}_`) ? [stored] : []))
  }
}
