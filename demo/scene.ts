import { type Context, contextFor, product } from '#functions/platform/http/context.ts'
import { planCreate } from '#functions/platform/records/change.ts'
import { save } from '#functions/platform/records/save.ts'
import type { Change } from '#functions/platform/store/commit.ts'
import type { StoredRecord } from '#functions/platform/store/item.ts'
import type { Actor } from '#shared/declaration/access.ts'
import { type Entity, recordAs } from '#shared/declaration/entity.ts'
import type { Fields } from '#shared/declaration/field.ts'
import { Chance } from './chance.ts'
import { partsOf } from './parts.ts'

/** Patients of a demo in its full size; everything else follows in proportion. */
export const fullSize = 400

const minute = 60_000
const day = 24 * 60 * minute

/** What every part of the demo is made with: its time, its size, and the records already written. */
export class Scene {
  /** References already known, so that none is read back. */
  private readonly references: Context['references'] = new Map()

  constructor(
    /** The instant the demo ends at; nothing in it happens later. */
    readonly now: string,
    private readonly size: number,
  ) {}

  /** A generator of its own for each part, so that one part's choices do not move another's. */
  chance(part: string): Chance {
    return new Chance(`${part} ${this.size}`)
  }

  /** How many of something there are when the full demo has that many; at least one. */
  count(inFull: number): number {
    return Math.max(1, Math.round((inFull * this.size) / fullSize))
  }

  /** The instant so many days before the demo's end. */
  daysAgo(days: number): string {
    return later(this.now, -days * 24 * 60)
  }

  /** Work of somebody at an instant; no event tells of it, for the demo stands for the past. */
  work(actor: Actor, now: string): Context {
    const context = contextFor(actor, 'demo', now, 'demo')
    return { ...context, origin: { ...context.origin, isUntold: true }, references: this.references }
  }

  /** A new record as it would be written, by somebody at an instant, whom history will name. */
  async create(
    entity: Entity,
    body: Readonly<Record<string, unknown>>,
    options: { at: string; by?: Actor; facts?: Readonly<Record<string, unknown>>; id: string },
  ): Promise<Change> {
    const { origin } = this.work(options.by ?? product, options.at)
    const { facts, id } = options
    const change = await planCreate(this.work(product, options.at), entity, body, { facts, id, isOwnOperation: true })
    return { ...change, doing: origin }
  }

  /** Writes changes in the order given, which is the order of their numbers. */
  async write(changes: readonly Change[]): Promise<StoredRecord[]> {
    const written: StoredRecord[] = []
    for (const part of yearsApart(changes).flatMap(partsOf)) {
      const now = part[0]?.doing?.at ?? this.now
      written.push(...(await save(this.work(product, now), part)))
    }
    for (const stored of written) this.references.set(stored.record.id, Promise.resolve(stored))
    return written
  }

  /** As `write`, for new records of one entity, as its type. */
  async writeAs<F extends Fields, G extends Fields>(entity: Entity<F, G>, changes: readonly Change[]) {
    return (await this.write(changes)).map(({ record }) => recordAs(entity, record))
  }
}

/** Numbers count by the year of the work that draws them, so what is to be numbered is written year by year. */
function yearsApart(changes: readonly Change[]): Change[][] {
  const parts: Change[][] = []
  let year: string | undefined
  for (const change of changes) {
    const own = change.entity.sequence && !change.before ? yearOf(change.doing?.at ?? '') : ''
    if (own !== year) parts.push([])
    parts.at(-1)?.push(change)
    year = own
  }
  return parts
}

const yearOf = (now: string): string => now.slice(0, 4)

/** The instant so many minutes later. */
export const later = (now: string, minutes: number): string =>
  new Date(Date.parse(now) + Math.round(minutes * minute)).toISOString()

/** The day so many days later, as `YYYY-MM-DD`. */
export const dayLater = (on: string, days: number): string =>
  new Date(Date.parse(`${on}T00:00:00.000Z`) + days * day).toISOString().slice(0, 10)

/** The years in which the demo's visits fall. */
export const yearsOf = (scene: Scene) => ({ first: yearOf(scene.daysAgo(150)), last: yearOf(scene.now) })

/** The earlier of two instants. */
export const earlier = (a: string, b: string): string => (a < b ? a : b)
