import type { ItemUpdate } from './expressions.ts'
import type { Key } from './keys.ts'
import { checkItem, type TransactionStep, updateItemStep } from './steps.ts'
import { updateItem } from './update.ts'

/** The right of one worker to an item for some time; its fence is higher than that of every lease before. */
export interface Lease {
  readonly key: Key
  readonly fence: number
  /** What the worker before had noted as begun and not as ended. */
  readonly begun?: string
}

/**
 * No lease is taken for longer, in milliseconds: one that ends later was taken by a clock that was ahead, and whoever has it
 * still is stopped by its fence.
 */
const longestLeaseMs = 3_600_000

/** Takes a lease for some milliseconds; undefined while another worker has it. */
export async function takeLease(key: Key, forMs: number, now = Date.now()): Promise<Lease | undefined> {
  const item = await updateItem(key, {
    set: { leaseUntil: now + forMs },
    add: { fence: 1 },
    if: { absentOrOutside: { leaseUntil: [now, now + Math.max(forMs, longestLeaseMs)] } },
  })
  return item && { key, fence: Number(item.fence), ...(typeof item.begun === 'string' && { begun: item.begun }) }
}

// A worker that was too slow writes nothing: the next one has a higher fence.
const fenced = ({ fence }: Lease, leaseUntil: number, { set, add, if: condition }: ItemUpdate): ItemUpdate => ({
  set: { ...set, leaseUntil },
  add,
  if: { ...condition, equals: { ...condition?.equals, fence } },
})

/** Extends a lease by some milliseconds from now and updates its item; undefined when another worker has it by now. */
export const extendLease = (lease: Lease, forMs: number, update: ItemUpdate = {}) =>
  updateItem(lease.key, fenced(lease, Date.now() + forMs, update))

/** As `extendLease`, within a transaction. */
export const extendLeaseStep = (lease: Lease, forMs: number, update: ItemUpdate = {}): TransactionStep =>
  updateItemStep(lease.key, fenced(lease, Date.now() + forMs, update), { about: 'lease' })

/** Ends a lease; nothing happens when another worker has it by now. */
export const releaseLease = (lease: Lease) => updateItem(lease.key, fenced(lease, 0, {}))

/** The step of a transaction that needs the lease still to be this worker's. */
export const checkLease = ({ key, fence }: Lease): TransactionStep =>
  checkItem(key, { equals: { fence } }, { about: 'lease' })
