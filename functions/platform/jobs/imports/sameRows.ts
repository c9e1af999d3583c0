import { uniqueKey } from '#functions/platform/store/keys.ts'
import { Problem } from '#shared/declaration/problem.ts'
import { inPool } from '#shared/values/inPool.ts'
import { type ImportFile, rowNumber } from './importFile.ts'
import { keyValuesOf } from './rowValues.ts'

/** Rows whose keys are read at the same time. */
const readTogether = 20

/**
 * Number of an earlier row about the same record, by the index of a row: of two rows with one key, or of two new ones with
 * the same values of a unique set, only the first is taken. It is asked before any row is, so that a check and the import
 * after it find the same.
 */
export async function sameRowsOf(file: ImportFile): Promise<ReadonlyMap<number, number>> {
  const { entity, request } = file
  const sets = request.key
    ? [request.key]
    : (entity.unique ?? []).filter((set) => set.every((name) => request.names.includes(name)))
  const same = new Map<number, number>()
  if (sets.length === 0) return same
  const names = new Set(sets.flat())
  const first = new Map<string, number>()
  const values = await inPool(file.filled, readTogether, (index) => valuesOrNone(file, index, names))
  for (const [position, index] of file.filled.entries())
    for (const set of sets) {
      const found = set.map((name) => values[position]?.[name])
      if (found.some((value) => value === undefined)) continue
      const { pk } = uniqueKey(entity.resource, set, found)
      const earlier = first.get(pk)
      if (earlier === undefined) first.set(pk, index)
      else if (!same.has(index)) same.set(index, rowNumber(earlier))
    }
  return same
}

/** The values of a row's key; none where they cannot be read, which is said when the row is planned. */
async function valuesOrNone(file: ImportFile, index: number, names: ReadonlySet<string>) {
  try {
    return await keyValuesOf(file, index, names)
  } catch (error) {
    if (error instanceof Problem) return {}
    throw error
  }
}
