/** Works on some items at a time, at most `limit`; the results in the order of the items. The first error ends it. */
export async function inPool<T, R>(
  items: readonly T[],
  limit: number,
  work: (item: T, index: number) => Promise<R>,
): Promise<R[]> {
  const results: R[] = []
  const remaining = entriesOf(items)
  const worker = async () => {
    for (const [index, item] of remaining) results[index] = await work(item, index)
  }
  await Promise.all(Array.from({ length: Math.min(limit, items.length) }, worker))
  return results
}

// After an error in the loop of one worker a generator, unlike an array, gives no more items to the others.
function* entriesOf<T>(items: readonly T[]) {
  yield* items.entries()
}
