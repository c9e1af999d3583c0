import type { AnyRecord, Entity } from '#shared/declaration/entity.ts'
import { counterKey, isCounted, isDated, type Key, placeOf } from './keys.ts'

/** What a set of changes does to counters: additions by counter item and attribute. */
export class Tally {
  private readonly deltas = new Map<string, { key: Key; by: Map<string, number> }>()

  /** Counts a record out of the places it was in, and into those it is in now. */
  count(entity: Entity, before: AnyRecord | undefined, after: AnyRecord): void {
    for (const view of Object.values(entity.views)) {
      if (!isCounted(view)) continue
      if (before) this.place(entity, view, before, -1)
      this.place(entity, view, after, 1)
    }
  }

  /** Counter items that really change. */
  changes(): { key: Key; by: Map<string, number> }[] {
    const real = []
    for (const { key, by } of this.deltas.values()) {
      const left = new Map([...by].filter(([, delta]) => delta !== 0))
      if (left.size > 0) real.push({ key, by: left })
    }
    return real
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
    const entry = this.deltas.get(id) ?? { key, by: new Map<string, number>() }
    entry.by.set(name, (entry.by.get(name) ?? 0) + delta)
    this.deltas.set(id, entry)
  }
}

/** The update that adds to a counter item. */
export function additionOf(key: Key, by: ReadonlyMap<string, number>, table: string) {
  const names: Record<string, string> = {}
  const values: Record<string, number> = {}
  const parts = [...by].map(([name, delta], index) => {
    names[`#${index}`] = name
    values[`:${index}`] = delta
    return `#${index} :${index}`
  })
  return {
    Update: {
      TableName: table,
      Key: { ...key },
      UpdateExpression: `ADD ${parts.join(', ')}`,
      ExpressionAttributeNames: names,
      ExpressionAttributeValues: values,
    },
  }
}
