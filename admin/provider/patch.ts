import type { RaRecord } from 'react-admin'

/** Names that no form changes. */
const fixedNames = new Set(['id', 'version', 'deletedAt'])

/** What a form changed: new values, and null for what it emptied. */
export function changesOf(
  before: Readonly<Record<string, unknown>>,
  after: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  const changes: Record<string, unknown> = {}
  for (const name of Object.keys(after)) {
    if (fixedNames.has(name)) continue
    const value = filled(after[name]) ?? null
    const previous = filled(before[name]) ?? null
    if (!isSame(value, previous)) changes[name] = value
  }
  return changes
}

/** The changes of a form with the version they were made against, reading the record again when that is unknown. */
export async function versioned(
  read: () => Promise<{ data: RaRecord }>,
  data: Readonly<Record<string, unknown>>,
  previous: Readonly<Record<string, unknown>> = {},
): Promise<{ version: number; changes: Record<string, unknown> }> {
  const before = typeof previous.version === 'number' ? previous : (await read()).data
  return { version: Number(before.version), changes: changesOf(before, data) }
}

/** Whether two values are the same to a person: by content, an absent one like null. */
export const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a ?? null) === JSON.stringify(b ?? null)

/** What was entered in a form, without what was left empty. */
export const filledIn = (entered: object): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(entered).flatMap(([name, each]) => {
      const value = filled(each)
      return value === undefined ? [] : [[name, value]]
    }),
  )

/** A value without what is empty inside it, undefined when nothing remains; the entries of a list keep their places. */
function filled(value: unknown): unknown {
  if (value === null || value === '') return undefined
  if (typeof value !== 'object') return value
  if (Array.isArray(value)) return value.map((each) => filled(each) ?? (typeof each === 'object' ? {} : each))
  const entries = filledIn(value ?? {})
  return Object.keys(entries).length > 0 ? entries : undefined
}

/** A list in chunks of at most `size`. */
export function inChunks<T>(all: readonly T[], size: number): T[][] {
  const chunks: T[][] = []
  for (let start = 0; start < all.length; start += size) chunks.push(all.slice(start, start + size))
  return chunks
}
