/** The last work of each line; work behind it waits for its end. */
const lines = new Map<string, Promise<unknown>>()

/**
 * Does work when all that was sent before it in the same line is done, however that ended; other lines do not wait. Only
 * this instance stands in it: what another instance does at the same moment is met by a condition of the store.
 */
export async function inLine<T>(name: string, work: () => Promise<T>): Promise<T> {
  const before = lines.get(name)?.catch(() => {})
  const own = before ? before.then(work) : work()
  lines.set(name, own)
  try {
    return await own
  } finally {
    if (lines.get(name) === own) lines.delete(name)
  }
}

/** Does work at the head of several lines, which are always taken in the same order, so that no two wait for each other. */
export const inLines = <T>(names: readonly string[], work: () => Promise<T>): Promise<T> =>
  [...new Set(names)].sort().reduceRight((next, name) => () => inLine(name, next), work)()
