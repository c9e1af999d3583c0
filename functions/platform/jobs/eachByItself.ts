/**
 * Does some work with each of several records, one after the other, though it fails for one of them; throws the first error
 * once it has been done for all the others, so that whoever asked for it tries again.
 */
export async function eachByItself<T>(items: readonly T[], work: (item: T) => Promise<unknown>): Promise<void> {
  const errors: unknown[] = []
  for (const item of items)
    try {
      await work(item)
    } catch (error) {
      errors.push(error)
    }
  if (errors.length > 0) throw errors[0]
}
