import { ulid } from 'ulid'
import type { Entity } from '#shared/declaration/entity.ts'

/** A seeded generator of random choices: the same seed gives the same choices everywhere (mulberry32 over FNV-1a). */
export class Chance {
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

  /** One of a list; throws RangeError on an empty one. */
  pick<T>(from: readonly T[]): T {
    const chosen = from[Math.floor(this.next() * from.length)]
    if (chosen === undefined) throw new RangeError('There is nothing to choose from.')
    return chosen
  }

  /** One of a list of pairs by weight; throws RangeError on an empty one. */
  weighted<T>(from: readonly (readonly [T, number])[]): T {
    let left = this.next() * from.reduce((sum, [, weight]) => sum + weight, 0)
    for (const [value, weight] of from) {
      left -= weight
      if (left < 0) return value
    }
    return this.pick(from)[0]
  }

  /** The same items in another order (Fisher-Yates). */
  shuffled<T>(items: readonly T[]): T[] {
    const order = items.map((item) => ({ item, at: this.next() }))
    return order.sort((a, b) => a.at - b.at).map(({ item }) => item)
  }

  /** A number around 1 that is now and then several times as much, as waiting times are. */
  patience(): number {
    return Math.exp((this.next() + this.next() + this.next() - 1.5) * 1.1)
  }

  /** A record id of the instant. */
  id(entity: Entity, now: string): string {
    return `${entity.prefix}_${ulid(Date.parse(now), this.next)}`
  }
}
