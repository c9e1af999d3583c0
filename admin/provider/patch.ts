import type { RaRecord } from 'react-admin'

/** Names that no form changes. */
const kept = new Set(['id', 'version', 'deletedAt'])

/** What a form changed: new values, and null for what it emptied. */
export function changesOf(
  before: Readonly<Record<string, unknown>>,
  after: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  const changes: Record<string, unknown> = {}
  for (const name of Object.keys(after)) {
    if (kept.has(name)) continue
    const value = emptied(after[name]) ? null : after[name]
    const was = emptied(before[name]) ? null : before[name]
    if (!isSame(value, was)) changes[name] = value
  }
  return changes
}

/** The changes of a form with the version they were made against, reading the record again when that is unknown. */
export async function versioned(
  reread: () => Promise<{ data: RaRecord }>,
  data: Readonly<Record<string, unknown>>,
  previous: Readonly<Record<string, unknown>> = {},
): Promise<{ version: number; changes: Record<string, unknown> }> {
  const before = typeof previous.version === 'number' ? previous : (await reread()).data
  return { version: Number(before.version), changes: changesOf(before, data) }
}

/** Whether two values are the same to a person: by content, an absent one like null. */
export const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a ?? null) === JSON.stringify(b ?? null)

/** What was entered in a form, without what was left empty. */
export const filledIn = (entered: object): Record<string, unknown> =>
  Object.fromEntries(Object.entries(entered).filter(([, value]) => !emptied(value)))

const emptied = (value: unknown): boolean => value === undefined || value === null || value === ''

/** A list in parts of at most `size`. */
export function inChunks<T>(all: readonly T[], size: number): T[][] {
  const parts: T[][] = []
  for (let start = 0; start < all.length; start += size) parts.push(all.slice(start, start + size))
  return parts
}
