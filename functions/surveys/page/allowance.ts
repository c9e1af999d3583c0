/** How often something may happen at once, and seconds after which it may happen once more. */
export interface Rate {
  readonly atOnce: number
  readonly everySeconds: number
}

/** Names remembered at a time; the oldest is forgotten first. */
const mostNames = 10_000

/**
 * How often something may still happen under a name, such as an address: some times at once, and again as time passes. Each
 * instance counts by itself; on AWS the firewall counts for all of them.
 */
export class Allowance {
  /** When a name has its whole allowance again, in milliseconds of the clock. */
  readonly #fullAt = new Map<string, number>()

  constructor(
    private readonly rate: Rate,
    /** Milliseconds of a clock that nobody sets, for a wait must not become a day. */
    private readonly now: () => number = () => performance.now(),
  ) {}

  /** Seconds until it may happen once more; 0 when it may now. */
  secondsToWait(name: string): number {
    const spentMs = (this.#fullAt.get(name) ?? 0) - this.now()
    const { atOnce, everySeconds } = this.rate
    return Math.max(0, Math.ceil(spentMs / 1000 - (atOnce - 1) * everySeconds))
  }

  /** Notes that it happened. */
  spend(name: string): void {
    const { atOnce, everySeconds } = this.rate
    const now = this.now()
    const fullAt = Math.max(now, this.#fullAt.get(name) ?? 0) + everySeconds * 1000
    this.#fullAt.delete(name)
    this.#fullAt.set(name, Math.min(fullAt, now + atOnce * everySeconds * 1000))
    const [oldest] = this.#fullAt.keys()
    if (this.#fullAt.size > mostNames && oldest !== undefined) this.#fullAt.delete(oldest)
  }
}
