import { changesShards } from '#functions/platform/store/keys.ts'
import { type FeedEntry, readChanges } from '#functions/platform/store/readIndex.ts'

/** Where the reading of one shard is. */
interface ShardPlace {
  readonly shard: number
  after?: Record<string, unknown>
  /** Instant of commit up to which the shard was read; without an end once all of it was. */
  reached: number
}

/** A reading of all that the feed tells of a resource since an instant. It can stop, and go on from where it was. */
export class FeedReader {
  readonly startedAt = Date.now()
  readonly #places: readonly ShardPlace[]

  constructor(
    readonly resource: string,
    /** In milliseconds since 1970. */
    readonly since: number,
    readonly pageSize: number,
  ) {
    this.#places = Array.from({ length: changesShards }, (_, shard) => ({ shard, reached: since }))
  }

  /** Instant of commit up to which all shards were read, without an end when nothing is left to be read. */
  get reached(): number {
    return Math.min(...this.#places.map(({ reached }) => reached))
  }

  get isDone(): boolean {
    return this.reached === Number.POSITIVE_INFINITY
  }

  /** Reads on until nothing is left or the clock reaches `until`, at the least a page of every shard. */
  async readOn(takeOver: (entries: readonly FeedEntry[]) => void, until: number): Promise<void> {
    const open = this.#places.filter(({ reached }) => reached < Number.POSITIVE_INFINITY)
    await Promise.all(open.map((place) => this.#readShard(place, takeOver, until)))
  }

  async #readShard(place: ShardPlace, takeOver: (entries: readonly FeedEntry[]) => void, until: number): Promise<void> {
    const since = new Date(Math.max(0, this.since)).toISOString()
    do {
      const page = { limit: this.pageSize, after: place.after }
      const { entries, next } = await readChanges(this.resource, place.shard, since, page)
      takeOver(entries)
      place.after = next
      const last = entries.at(-1)
      const reached = Date.parse(last?.committedAt ?? '')
      place.reached = !next ? Number.POSITIVE_INFINITY : Number.isNaN(reached) ? place.reached : reached
    } while (place.after && Date.now() <= until)
  }
}
