/** A failure that its message explains to the person who runs this; `code` is the exit code. */
export class EmulatorProblem extends Error {
  override readonly name = 'EmulatorProblem'

  constructor(
    sentence: string,
    readonly code = 1,
  ) {
    super(sentence)
  }
}

/** Exit code when this machine has no Python to run the emulator with (`EX_UNAVAILABLE` of sysexits.h): not a failure of the product. */
export const noPythonCode = 69

/** Seconds since an instant of `performance.now()`, to one digit. */
export const secondsSince = (startMs: number): string => ((performance.now() - startMs) / 1000).toFixed(1)

/** Runs a step; prints its name before, and its duration and result after it. */
export async function step<T>(
  name: string,
  work: () => Promise<T>,
  describe: (result: T) => string = () => '',
): Promise<T> {
  const startMs = performance.now()
  console.log(`── ${name} …`)
  try {
    const result = await work()
    const text = describe(result)
    console.log(`   ${secondsSince(startMs)} s${text && `   ${text}`}`)
    return result
  } catch (error) {
    console.log(`   failed after ${secondsSince(startMs)} s`)
    throw error
  }
}

/** Waits until `check` returns a value; throws `EmulatorProblem` with the sentence after `ms` without one. */
export async function until<T>(check: () => Promise<T | undefined>, ms: number, sentence: () => string): Promise<T> {
  for (const deadline = Date.now() + ms; ; ) {
    const value = await check()
    if (value !== undefined) return value
    if (Date.now() > deadline) throw new EmulatorProblem(sentence())
    await new Promise((done) => setTimeout(done, 100))
  }
}
