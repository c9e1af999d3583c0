import type { Change } from '#functions/platform/store/commit.ts'
import { CounterChanges } from '#functions/platform/store/counters.ts'
import { tokensOf } from '#functions/platform/store/item.ts'
import { transactionLimit } from '#functions/platform/store/transact.ts'

/** Writes that stay free in each transaction for the draw of a number and for unique values that an update changes. */
const reserve = 6

/** The writes of a change: record, history, unique values and search tokens. */
const writesOf = ({ entity, before, after }: Change): number =>
  before
    ? 2
    : 2 + (entity.unique?.length ?? 0) + tokensOf(entity, { ...after, number: after.number ?? after.id }).length

/**
 * Splits changes into transactions that are as full as possible, in order. It only counts the writes, because preparing
 * them for thousands of records takes most of the time.
 */
export function transactionsOf(changes: readonly Change[]): Change[][] {
  const transactions: Change[][] = []
  let counters = new CounterChanges()
  let room = 0
  for (const change of changes) {
    const writes = writesOf(change)
    counters.count(change.entity, change.before?.record, change.after)
    if (room - writes - counters.changes().length < 0) {
      transactions.push([])
      room = transactionLimit - reserve
      counters = new CounterChanges()
      counters.count(change.entity, change.before?.record, change.after)
    }
    room -= writes
    transactions.at(-1)?.push(change)
  }
  return transactions
}
