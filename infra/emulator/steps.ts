/** Something that a sentence explains to whoever runs this; `code` is the exit code it ends with. */
export class Trouble extends Error {
  override readonly name = 'Trouble'

  constructor(
    sentence: string,
    readonly code = 1,
  ) {
    super(sentence)
  }
}

/** Exit code when this machine has no Python to run the emulator with (`EX_UNAVAILABLE` of sysexits.h): not a failure of the product. */
export const noPython = 69

/** Seconds since an instant of `performance.now()`, to one digit. */
export const secondsSince = (began: number): string => ((performance.now() - began) / 1000).toFixed(1)

/** Says what is being done, does it, and says how long it took and what came of it. */
export async function step<T>(name: string, work: () => Promise<T>, says: (done: T) => string = () => ''): Promise<T> {
  const began = performance.now()
  console.log(`── ${name} …`)
  try {
    const done = await work()
    const came = says(done)
    console.log(`   ${secondsSince(began)} s${came && `   ${came}`}`)
    return done
  } catch (error) {
    console.log(`   failed after ${secondsSince(began)} s`)
    throw error
  }
}

/** Waits until `look` finds something; throws `Trouble` with the sentence when it does not within `ms`. */
export async function until<T>(look: () => Promise<T | undefined>, ms: number, otherwise: () => string): Promise<T> {
  for (const deadline = Date.now() + ms; ; ) {
    const found = await look()
    if (found !== undefined) return found
    if (Date.now() > deadline) throw new Trouble(otherwise())
    await new Promise((done) => setTimeout(done, 100))
  }
}
