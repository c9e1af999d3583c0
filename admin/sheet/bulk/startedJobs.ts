import { useSyncExternalStore } from 'react'

/** Jobs that the person started on this page and left running, newest last. */
let started: readonly { readonly resource: string; readonly id: string }[] = []
const listeners = new Set<() => void>()

/** Has a list show a job that was left running. */
export function noteStarted(resource: string, id: string): void {
  if (started.some((each) => each.id === id)) return
  started = [...started, { resource, id }]
  for (const listener of listeners) listener()
}

/** Takes a job off the list again. */
export function forgetStarted(id: string): void {
  started = started.filter((each) => each.id !== id)
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Ids of the jobs over a list that were left running. */
export function useStarted(resource: string): string[] {
  const all = useSyncExternalStore(subscribe, () => started)
  return all.filter((each) => each.resource === resource).map(({ id }) => id)
}
