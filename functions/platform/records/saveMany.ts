import type { Context } from '#functions/platform/http/context.ts'
import type { Change } from '#functions/platform/store/commit.ts'
import type { StoredRecord } from '#functions/platform/store/item.ts'
import { TooManyWrites } from '#functions/platform/store/transact.ts'
import { save } from './save.ts'

/** Changes tried in one transaction first; fewer when they need more writes each. */
const sizeLimit = 32

/** Writes many changes in few transactions, in order; each transaction stands for itself. */
export async function saveMany(context: Context, changes: readonly Change[]): Promise<StoredRecord[]> {
  const results: StoredRecord[] = []
  let size = sizeLimit
  for (let index = 0; index < changes.length; ) {
    const part = changes.slice(index, index + size)
    try {
      results.push(...(await save(context, part)))
    } catch (error) {
      if (!(error instanceof TooManyWrites) || part.length === 1) throw error
      size = Math.max(1, Math.floor(part.length * 0.8))
      continue
    }
    index += part.length
    size = Math.min(sizeLimit, size + 1)
  }
  return results
}
