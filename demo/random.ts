import { ulid } from 'ulid'
import type { Entity } from '#shared/declaration/entity.ts'

/** A seeded generator of random choices: the same seed gives the same choices everywhere (mulberry32 over FNV-1a). */
export class Random {
  private state = 0x811c9dc5

  constructor(seed: string) {
    for (const letter of seed) this.state = Math.imul(this.state ^ (letter.codePointAt(0) ?? 0), 0x01000193)
  }

  /** A number from 0 up to, not including, 1. */
  next = (): number => {
    this.state = (this.state + 0x6d2b79f5) | 0
    let mixed = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }

  /** A whole number of the range, both ends included. */
  between(low: number, high: number): number {
    return low + Math.floor(this.next() * (high - low + 1))
  }

  /** True with the given probability. */
  isTrue(probability: number): boolean {
    return this.next() < probability
  }

  /** An item of a list; throws RangeError on an empty one. */
  pick<T>(items: readonly T[]): T {
    const item = items[Math.floor(this.next() * items.length)]
    if (item === undefined) throw new RangeError('There is nothing to choose from.')
    return item
  }

  /** A value of a list of pairs by weight; throws RangeError on an empty one. */
  weighted<T>(pairs: readonly (readonly [T, number])[]): T {
    let remaining = this.next() * pairs.reduce((sum, [, weight]) => sum + weight, 0)
    for (const [value, weight] of pairs) {
      remaining -= weight
      if (remaining < 0) return value
    }
    return this.pick(pairs)[0]
  }

  /** The same items in another order (Fisher-Yates). */
  shuffled<T>(items: readonly T[]): T[] {
    const order = items.map((item) => ({ item, key: this.next() }))
    return order.sort((a, b) => a.key - b.key).map(({ item }) => item)
  }

  /** A number around 1 that is sometimes several times as large, as waiting times are. */
  slowness(): number {
    return Math.exp((this.next() + this.next() + this.next() - 1.5) * 1.1)
  }

  /** A record id whose time part is the instant. */
  id(entity: Entity, instant: string): string {
    return `${entity.prefix}_${ulid(Date.parse(instant), this.next)}`
  }
}
