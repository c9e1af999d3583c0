import { expect } from 'vitest'
import type { CallReply } from './call.ts'
import { unitsOf } from './units.ts'

/** How often some kind of work cost how many write units, and which items that was for. */
export class UnitCounts {
  readonly #totals: number[] = []
  readonly #items: string[] = []

  /** Does the work, which must succeed, and counts it; what the engine reports must be what the published rule says. */
  async add(work: () => Promise<CallReply>): Promise<CallReply> {
    const replies: CallReply[] = []
    const { write, reportedWrite, writes } = await unitsOf(async () => replies.push(await work()))
    const [reply] = replies
    if (!reply || reply.status >= 300) throw new Error(reply?.text)
    expect(reportedWrite).toBe(write)
    this.#totals.push(write)
    this.#items.push(...writes.map(([kind, units]) => `${kind} ${units}`))
    return reply
  }

  /** The units that a part of the work needed at the most. */
  within(part: number): number {
    return [...this.#totals].sort((a, b) => a - b)[Math.ceil(this.#totals.length * part) - 1] ?? 0
  }

  toString(): string {
    return `${counted(this.#totals)}; ${counted(this.#items)}`
  }
}

function counted(values: readonly (string | number)[]): string {
  const counts = new Map<string | number, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  return [...counts].map(([value, count]) => `${value} (${count} times)`).join(', ')
}
