const counts = new Map<string, number>()
const listeners = new Set<(resource: string) => void>()

/** Notes that this process wrote a record of a resource. */
export function countWrite(resource: string): void {
  counts.set(resource, writesOf(resource) + 1)
  for (const listener of listeners) listener(resource)
}

/** How often this process has written records of a resource; unchanged, it has nothing new to show. */
export const writesOf = (resource: string): number => counts.get(resource) ?? 0

/** Calls a listener after every write of this process, until the returned function is called. */
export function onWrite(listener: (resource: string) => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
