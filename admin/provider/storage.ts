import type { RefusalId } from '#shared/refusals.ts'

/** What may be wrong with the disk that the records are on, by the refusals that say so. */
export const storageRules = ['STORAGE_FULL', 'STORAGE_CLOSED', 'STORE_DAMAGED'] as const satisfies readonly RefusalId[]
export type StorageRule = (typeof storageRules)[number]

/** Whether a refusal is about the disk. */
export const isStorageRule = (rule: unknown): rule is StorageRule => storageRules.some((each) => each === rule)

const listeners = new Set<() => void>()

/** Tells whoever listens when a refused request was refused for the disk. */
export function noteRefused(rule: unknown): void {
  if (isStorageRule(rule)) for (const listener of listeners) listener()
}

/** Calls a listener whenever a request is refused for the disk, until the returned function is called. */
export function onStorageRefused(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
