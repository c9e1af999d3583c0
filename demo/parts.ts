import { type Change, transactionLimit } from '#functions/platform/store/commit.ts'
import { Tally } from '#functions/platform/store/counters.ts'
import { tokensOf } from '#functions/platform/store/item.ts'

/** Writes kept free in each transaction: a draw of numbers, and unique values that change on an update. */
const reserve = 6

/** The record, its history, what is unique about it and what it is found by. */
const writesOf = ({ entity, before, after }: Change): number =>
  before
    ? 2
    : 2 + (entity.unique?.length ?? 0) + tokensOf(entity, { ...after, number: after.number ?? after.id }).length

/**
 * Changes cut into transactions as full as they may be, in order. It counts writes without preparing them, which for
 * thousands of records at once is most of the work.
 */
export function partsOf(changes: readonly Change[]): Change[][] {
  const parts: Change[][] = []
  let tally = new Tally()
  let room = 0
  for (const change of changes) {
    const writes = writesOf(change)
    tally.count(change.entity, change.before?.record, change.after)
    if (room - writes - tally.changes().length < 0) {
      parts.push([])
      room = transactionLimit - reserve
      tally = new Tally()
      tally.count(change.entity, change.before?.record, change.after)
    }
    room -= writes
    parts.at(-1)?.push(change)
  }
  return parts
}
