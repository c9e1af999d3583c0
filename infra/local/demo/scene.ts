import { planCreate } from '#functions/kit/change.ts'
import { saveMany } from '#functions/kit/saveMany.ts'
import type { Change } from '#functions/kit/store/commit.ts'
import type { Stored } from '#functions/kit/store/item.ts'
import { product, type Work, workOf } from '#functions/kit/work.ts'
import type { Actor } from '#shared/access.ts'
import type { Entity, RecordBase, RecordOf } from '#shared/entity.ts'
import type { Fields } from '#shared/field.ts'
import { Chance } from './chance.ts'

/** Patients of a demo in its full size; everything else follows in proportion. */
export const fullSize = 400

const minute = 60_000
const day = 24 * 60 * minute

/** What every part of the demo is made with: its time, its size, and the records already written. */
export class Scene {
  /** References already known, so that none is read back. */
  private readonly references: Work['references'] = new Map()

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
  work(actor: Actor, at: string): Work {
    const work = workOf(actor, 'demo', at, 'demo')
    return { ...work, doing: { ...work.doing, isUntold: true }, references: this.references }
  }

  /** A new record as it would be written, by somebody at an instant, whom history will name. */
  async create(
    of: Entity,
    body: Readonly<Record<string, unknown>>,
    options: { at: string; by?: Actor; facts?: Readonly<Record<string, unknown>>; id: string },
  ): Promise<Change> {
    const { doing } = this.work(options.by ?? product, options.at)
    const { facts, id } = options
    const change = await planCreate(this.work(product, options.at), of, body, { facts, id, isOwnOperation: true })
    return { ...change, doing }
  }

  /** Writes changes in the order given, which is the order of their numbers. */
  async write(changes: readonly Change[]): Promise<Stored[]> {
    const written: Stored[] = []
    for (let from = 0; from < changes.length; ) {
      const at = changes[from]?.doing?.at ?? this.now
      // Numbers count by the year of the work, so each year is written on its own.
      const next = changes.findIndex(({ doing }, index) => index > from && yearOf(doing?.at ?? this.now) !== yearOf(at))
      const part = changes.slice(from, next < 0 ? undefined : next)
      written.push(...(await saveMany(this.work(product, at), part)))
      from += part.length
    }
    for (const stored of written) this.references.set(stored.record.id, Promise.resolve(stored))
    return written
  }

  /** As `write`, the records as their entity's type. */
  async writeAs<F extends Fields, G extends Fields>(
    _of: Entity<F, G>,
    changes: readonly Change[],
  ): Promise<Stored<RecordOf<Entity<F, G>>>[]> {
    return (await this.write(changes)) as Stored<RecordBase>[] as Stored<RecordOf<Entity<F, G>>>[]
  }
}

const yearOf = (at: string): string => at.slice(0, 4)

/** The instant so many minutes later. */
export const later = (at: string, minutes: number): string =>
  new Date(Date.parse(at) + Math.round(minutes * minute)).toISOString()

/** The day so many days later, as `YYYY-MM-DD`. */
export const dayLater = (on: string, days: number): string =>
  new Date(Date.parse(`${on}T00:00:00.000Z`) + days * day).toISOString().slice(0, 10)
