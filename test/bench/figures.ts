/** A number that must be reached or must not be passed. */
export interface Goal {
  /** As the quality specification writes it. */
  readonly text: string
  /** Whether the value reaches the goal at a number of cases; undefined where the goal says nothing about that number. */
  readonly isMet: (value: number, size: number) => boolean | undefined
}

/** A goal of at most so much, which may be another number from a million cases on; `null` sets none there. */
export const atMost = (limit: number, text: string, limitAtMillion: number | null = limit): Goal => ({
  text,
  isMet: (value, size) => {
    const own = size >= 1_000_000 ? limitAtMillion : limit
    return own === null ? undefined : value <= own
  },
})

/** A goal of at least so much, from a number of cases on. */
export const atLeast = (limit: number, text: string, from = 0): Goal => ({
  text,
  isMet: (value, size) => (size < from ? undefined : value >= limit),
})

/** One measured row of the table. */
export interface Figure {
  readonly what: string
  readonly goal?: string
  /** The measured value as a person reads it. */
  readonly shown: string
  /** The value that the goal is about, in the goal's unit; absent when the product refused the question. */
  readonly value?: number
  readonly isMet?: boolean
}

/** Collects the figures of one run and prints each as it comes. */
export class Figures {
  readonly list: Figure[] = []

  constructor(
    private readonly size: number,
    private readonly print: (line: string) => void = console.log,
  ) {}

  add(what: string, shown: string, value?: number, goal?: Goal): void {
    const isMet = goal && value !== undefined ? goal.isMet(value, this.size) : undefined
    this.list.push({ what, goal: goal?.text, shown, value, isMet })
    const verdict = isMet === undefined ? '' : isMet ? '   met' : '   MISSED'
    this.print(`  ${what}: ${shown}${goal ? `   (goal ${goal.text})` : ''}${verdict}`)
  }

  /** A question that the product does not answer, and why. */
  refuse(what: string, reason: string, goal?: Goal): void {
    this.add(what, `refused (${reason.slice(0, 60)})`, undefined, goal)
  }
}
