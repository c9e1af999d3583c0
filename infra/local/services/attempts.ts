/** Failures in a row after which the next attempt has to wait. */
const freeFailures = 5

/** The shortest and the longest wait, in milliseconds; each further failure doubles it. */
const wait = { firstMs: 1000, longestMs: 900_000 } as const

/** Names remembered at a time; the oldest is forgotten first. */
const mostNames = 10_000

interface Failures {
  readonly count: number
  readonly untilMs: number
}

/** Failed attempts by name, such as a login's; after some in a row each further one waits longer. */
export class Attempts {
  readonly #failures = new Map<string, Failures>()

  /** `now` in milliseconds of a clock that nobody sets, for a wait must not become a day. */
  constructor(private readonly now: () => number = () => performance.now()) {}

  /** Seconds until the next attempt under a name is allowed; 0 when it is now. */
  secondsToWait(name: string): number {
    return Math.max(0, Math.ceil(((this.#failures.get(name)?.untilMs ?? 0) - this.now()) / 1000))
  }

  /** Notes a failure, or an attempt that counts as one. */
  fail(name: string): void {
    const count = (this.#failures.get(name)?.count ?? 0) + 1
    const late = count - freeFailures
    const waitMs = late < 0 ? 0 : Math.min(wait.longestMs, wait.firstMs * 2 ** late)
    this.#failures.delete(name)
    this.#failures.set(name, { count, untilMs: this.now() + waitMs })
    const [oldest] = this.#failures.keys()
    if (this.#failures.size > mostNames && oldest !== undefined) this.#failures.delete(oldest)
  }

  /** Forgets the failures of a name after a success. */
  succeed(name: string): void {
    this.#failures.delete(name)
  }
}
