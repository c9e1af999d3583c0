import { StartProblem } from '#infra/local/server/gateway.ts'

/** A step of a drill that was tried, how long it took and what it showed. */
export interface DrillStep {
  readonly name: string
  readonly seconds: number
  readonly result: string
  readonly holds: boolean
}

const secondsOf = (startMs: number) => (performance.now() - startMs) / 1000

/** The steps of one drill: after one that fails the others are not tried. */
export class Drill {
  readonly steps: DrillStep[] = []
  readonly #startMs = performance.now()

  /** Tries a step; `describe` says in some words what it showed. */
  async step<T>(name: string, work: () => Promise<T>, describe: (result: T) => string): Promise<T> {
    const startMs = performance.now()
    try {
      const result = await work()
      this.steps.push({ name, seconds: secondsOf(startMs), result: describe(result), holds: true })
      return result
    } catch (error) {
      const result = error instanceof Error ? error.message : String(error)
      this.steps.push({ name, seconds: secondsOf(startMs), result, holds: false })
      throw new StartProblem(`The drill failed: ${name}.`)
    }
  }

  /** The steps as a table for a terminal, with the time of all of it. */
  table(): string {
    const width = Math.max(...this.steps.map(({ name }) => name.length))
    const lines = this.steps.map(
      ({ name, seconds, result, holds }) =>
        `${holds ? '✓' : '✗'} ${name.padEnd(width)} ${seconds.toFixed(1).padStart(7)} s   ${result}`,
    )
    const all = secondsOf(this.#startMs)
    return [
      ...lines,
      `  ${'all of it'.padEnd(width)} ${all.toFixed(1).padStart(7)} s   ${(all / 60).toFixed(1)} minutes`,
    ].join('\n')
  }
}

/** Throws an error with a sentence unless something holds. */
export function expectThat(holds: boolean, sentence: string): asserts holds {
  if (!holds) throw new Error(sentence)
}
