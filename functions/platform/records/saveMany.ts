import type { Context } from '#functions/platform/http/context.ts'
import { type Change, TooManyWrites } from '#functions/platform/store/commit.ts'
import type { StoredRecord } from '#functions/platform/store/item.ts'
import { save } from './save.ts'

/** Changes tried in one transaction first; fewer when they need more writes each. */
const most = 32

/** Writes many changes in few transactions, in order; each transaction stands for itself. */
export async function saveMany(context: Context, changes: readonly Change[]): Promise<StoredRecord[]> {
  const saved: StoredRecord[] = []
  let size = most
  for (let index = 0; index < changes.length; ) {
    const part = changes.slice(index, index + size)
    try {
      saved.push(...(await save(context, part)))
    } catch (error) {
      if (!(error instanceof TooManyWrites) || part.length === 1) throw error
      size = Math.max(1, Math.floor(part.length * 0.8))
      continue
    }
    index += part.length
    size = Math.min(most, size + 1)
  }
  return saved
}
