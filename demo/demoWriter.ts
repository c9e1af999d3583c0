import { type Context, contextFor, product } from '#functions/platform/http/context.ts'
import { planCreate, planned } from '#functions/platform/records/change.ts'
import { withConsequences } from '#functions/platform/records/consequences.ts'
import { save } from '#functions/platform/records/save.ts'
import type { Change } from '#functions/platform/store/commit.ts'
import type { StoredRecord } from '#functions/platform/store/item.ts'
import type { Actor } from '#shared/declaration/access.ts'
import { type Entity, recordAs } from '#shared/declaration/entity.ts'
import type { Fields } from '#shared/declaration/field.ts'
import { Notice } from '#shared/entities/notice.ts'
import { inPool } from '#shared/values/inPool.ts'
import { Random } from './random.ts'
import { transactionsOf } from './transactions.ts'

/** Patients of a demo in its full size; everything else follows in proportion. */
export const fullSize = 400

/** Transactions that are written at the same time. */
const writtenTogether = 3

const dayMs = 24 * 60 * 60_000

/** Who writes something, and the instant at which history says that they did. */
export interface DemoOrigin {
  readonly at: string
  /** The product itself when absent. */
  readonly by?: Actor
}

/** Writes the records of the demo; knows its size, the instant it ends at, and the records already written. */
export class DemoWriter {
  /** Records already written, so that no reference is read back. */
  private readonly references: Context['references'] = new Map()

  constructor(
    /** The instant the demo ends at; nothing in it happens later. */
    readonly now: string,
    private readonly size: number,
  ) {}

  /** A generator for one part of the demo, so that a choice in one part does not change another part. */
  random(part: string): Random {
    return new Random(`${part} ${this.size}`)
  }

  /** The number of things in this demo when the full demo has `inFull` of them; at least one. */
  count(inFull: number): number {
    return Math.max(1, Math.round((inFull * this.size) / fullSize))
  }

  /** The instant that many days before the demo ends. */
  daysAgo(days: number): string {
    return later(this.now, -days * 24 * 60)
  }

  /** The context of an actor at an instant. It creates no events, because the demo stands for the past. */
  contextOf({ by = product, at }: DemoOrigin): Context {
    const context = contextFor(by, 'demo', at, 'demo')
    return { ...context, origin: { ...context.origin, isSilent: true }, references: this.references }
  }

  /** The creation of a record by a person, or by the product. */
  async create(
    entity: Entity,
    body: Readonly<Record<string, unknown>>,
    { at, by, ...options }: DemoOrigin & { facts?: Readonly<Record<string, unknown>>; id: string },
  ): Promise<Change> {
    const context = this.contextOf({ at, by })
    const change = await planCreate(context, entity, body, { ...options, isOwnOperation: true })
    return { ...change, origin: context.origin }
  }

  /** The creation of a record with what follows from it for other records; the record's own change comes first. */
  async createWhole(...creation: Parameters<DemoWriter['create']>): Promise<Change[]> {
    const change = await this.create(...creation)
    const context = this.contextOf(creation[2])
    const changes = await withConsequences(context, change)
    return this.told(changes.map((each) => ({ ...each, origin: context.origin })))
  }

  /** Changes without the notices of acts before the last days: people have read what they were told then. */
  told(changes: readonly Change[]): Change[] {
    return changes.filter(({ entity, origin }) => entity !== Notice || (origin?.at ?? '') > this.daysAgo(3))
  }

  /** The change of a record by an action; an empty list when nothing differs. */
  async update(
    entity: Entity,
    stored: StoredRecord,
    changes: Readonly<Record<string, unknown>>,
    action: string,
    { reason, ...by }: DemoOrigin & { reason?: string },
  ): Promise<Change[]> {
    const context = this.contextOf(by)
    const change = await planned(context, entity, stored, changes, action, reason)
    return change ? [{ ...change, origin: context.origin }] : []
  }

  /** Writes changes in the given order, in which their numbers are drawn too. */
  async write(changes: readonly Change[]): Promise<StoredRecord[]> {
    // Numbers are drawn one after the other; the rest is prepared while the store writes.
    const isNumbered = changes.some(({ entity, before }) => entity.sequence && !before)
    const transactions = groupsByYear(changes).flatMap(transactionsOf)
    const saved = await inPool(transactions, isNumbered ? 1 : writtenTogether, (transaction) =>
      save(this.contextOf({ at: transaction[0]?.origin?.at ?? this.now }), transaction),
    )
    const written = saved.flat()
    for (const stored of written) this.references.set(stored.record.id, Promise.resolve(stored))
    return written
  }

  /** Writes new records of one entity and returns them in its type. */
  async writeAs<F extends Fields, G extends Fields>(entity: Entity<F, G>, changes: readonly Change[]) {
    return (await this.write(changes)).map(({ record }) => recordAs(entity, record))
  }
}

/** Splits changes where the year of new numbers differs: one transaction draws the numbers of one year only. */
function groupsByYear(changes: readonly Change[]): Change[][] {
  const groups: Change[][] = []
  let year: string | undefined
  for (const change of changes) {
    // What has no number of its own stays with the record that it follows, whose number it may show.
    const own = change.entity.sequence && !change.before ? yearOf(change.origin?.at ?? '') : (year ?? '')
    if (own !== year) groups.push([])
    groups.at(-1)?.push(change)
    year = own
  }
  return groups
}

const yearOf = (instant: string): string => instant.slice(0, 4)

/** The instant that many minutes later. */
export const later = (instant: string, minutes: number): string =>
  new Date(Date.parse(instant) + Math.round(minutes * 60_000)).toISOString()

/** The day that many days later, as `YYYY-MM-DD`. */
export const dayLater = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00.000Z`) + days * dayMs).toISOString().slice(0, 10)

/** The years in which the demo's visits fall. */
export const yearsOf = (writer: DemoWriter) => ({ first: yearOf(writer.daysAgo(150)), last: yearOf(writer.now) })

/** The earlier of two instants. */
export const earlier = (a: string, b: string): string => (a < b ? a : b)
