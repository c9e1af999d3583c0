import type { Change } from '#functions/platform/store/commit.ts'
import { transactionLimit } from '#functions/platform/store/transact.ts'

/** Writes that stay free in each transaction for the draw of numbers, the events, and unique values that a change takes. */
const reserve = 8

/** The writes of a change: record, history, and for a new record its unique values, its place under its parent and its key. */
const writesOf = ({ entity, before }: Change): number =>
  before ? 2 : 2 + (entity.unique?.length ?? 0) + (entity.under ? 1 : 0) + (entity.subject === 'id' ? 1 : 0)

/**
 * Splits changes into transactions that are as full as possible, in order. It only counts the writes, because preparing
 * them for thousands of records takes most of the time.
 */
export function transactionsOf(changes: readonly Change[]): Change[][] {
  const transactions: Change[][] = []
  let room = 0
  for (const change of changes) {
    const writes = writesOf(change)
    if (room < writes) {
      transactions.push([])
      room = transactionLimit - reserve
    }
    room -= writes
    transactions.at(-1)?.push(change)
  }
  return transactions
}
