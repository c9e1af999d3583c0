import type { AnyRecord, Entity } from '#shared/declaration/entity.ts'
import { counterKey, isCounted, isDated, type Key, placeOf } from './keys.ts'

/** A counter item and what is added to its attributes. */
export interface CounterChange {
  readonly key: Key
  readonly add: Record<string, number>
}

/** What a set of changes adds to counters. */
export class CounterChanges {
  private readonly byItem = new Map<string, CounterChange>()

  /** Counts a record out of the places it was in, and into those it is in now. */
  count(entity: Entity, before: AnyRecord | undefined, after: AnyRecord): void {
    for (const view of Object.values(entity.views)) {
      if (!isCounted(view)) continue
      if (before) this.place(entity, view, before, -1)
      this.place(entity, view, after, 1)
    }
  }

  /** Counter items that really change. */
  changes(): CounterChange[] {
    return [...this.byItem.values()].flatMap(({ key, add }) => {
      const deltas = Object.entries(add).filter(([, delta]) => delta !== 0)
      return deltas.length > 0 ? [{ key, add: Object.fromEntries(deltas) }] : []
    })
  }

  private place(entity: Entity, view: Entity['views'][string], record: AnyRecord, delta: number): void {
    const place = placeOf(entity, view, record)
    if (!place) return
    this.add(counterKey(entity, view, place.values), 'n', delta)
    if (!isDated(entity, view)) return
    const month = place.sort.slice(0, 7)
    this.add(counterKey(entity, view, place.values), month, delta)
    this.add(counterKey(entity, view, place.values, month), place.sort.slice(8, 10), delta)
  }

  private add(key: Key, name: string, delta: number): void {
    const id = `${key.pk}/${key.sk}`
    const change = this.byItem.get(id) ?? { key, add: {} }
    change.add[name] = (change.add[name] ?? 0) + delta
    this.byItem.set(id, change)
  }
}
