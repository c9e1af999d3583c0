import { save } from './save.ts'
import { type Change, stepsOf, transactionLimit } from './store/commit.ts'
import type { Stored } from './store/item.ts'
import type { Work } from './work.ts'

/** Writes a sequence draw and the like besides the changes themselves. */
const reserve = 4

/** Changes tried in one transaction first; fewer when they need more writes each. */
const most = 32

/** Writes many changes in few transactions, in order; each transaction stands for itself. */
export async function saveMany(work: Work, changes: readonly Change[]): Promise<Stored[]> {
  const saved: Stored[] = []
  let size = most
  for (let at = 0; at < changes.length; ) {
    const part = changes.slice(at, at + size)
    if (part.length > 1 && stepsOf(work.doing, part.map(numbered)).steps.length > transactionLimit - reserve) {
      size = Math.max(1, Math.floor(part.length * 0.8))
      continue
    }
    saved.push(...(await save(work, part)))
    at += part.length
    size = Math.min(most, size + 1)
  }
  return saved
}

// A number is drawn only when it is written, but what is unique about it takes a write too.
const numbered = (change: Change): Change => {
  const fact = change.of.sequence?.fact
  return fact === undefined
    ? change
    : { ...change, after: { ...change.after, [fact]: change.after[fact] ?? change.after.id } }
}
