import { pause } from '#functions/platform/store/client.ts'
import { ConditionFailure } from '#functions/platform/store/transact.ts'
import { Problem } from '#shared/declaration/problem.ts'
import type { Refusal } from '#shared/refusals.ts'

/** Whether a write failed because somebody else changed the record first. */
export const isStale = (error: unknown): boolean => error instanceof Problem && error.refusal.rule === 'STALE'

/** Whether a write failed only because of another one at the same moment, so that another attempt may succeed. */
export const isConflict = (error: unknown): boolean =>
  isStale(error) || (error instanceof ConditionFailure && error.means !== 'unique' && error.means !== 'idempotency')

/**
 * Whether a write failed only because of other records than the one that the caller named: the 412 of that one is theirs
 * to decide on, any other is not known to them.
 */
export const isConflictBeside =
  (id: string) =>
  (error: unknown): boolean =>
    isConflict(error) && !(error instanceof Problem && isRecord(error.details.current, id))

const isRecord = (current: unknown, id: string) =>
  typeof current === 'object' && current !== null && 'id' in current && current.id === id

/** How often a write of some records is planned when others write them meanwhile. */
export const writeAttempts = 13

/** The longest random pause before another attempt, in milliseconds. */
const longestPauseMs = 1000

interface RetryOptions {
  /** How often it is tried at the most; 8 times without it, unless a time is given. */
  readonly attempts?: number
  /** Milliseconds after which it is not tried again. */
  readonly forMs?: number
  /** The refusal when other writes came first every time. */
  readonly busy: Refusal
  readonly isConflict?: (error: unknown) => boolean
}

/**
 * Does work that reads before it writes, and repeats it from the start, after a short random pause, whenever another
 * write came between; the only loop of that kind.
 */
export async function retryOnConflict<T>(work: () => Promise<T>, options: RetryOptions): Promise<T> {
  const { forMs, attempts = forMs === undefined ? 8 : Number.POSITIVE_INFINITY, busy } = options
  const startedAt = Date.now()
  for (let attempt = 1; ; attempt++) {
    try {
      return await work()
    } catch (error) {
      if (!(options.isConflict ?? isConflict)(error)) throw error
      const isLate = forMs !== undefined && Date.now() - startedAt >= forMs
      if (isLate || attempt >= attempts) throw new Problem(busy, { retryAfter: 1 })
    }
    // Wider the longer others came first: with as many at once as there are pauses, hardly any write would succeed.
    await pause(Math.random() * Math.min(longestPauseMs, 20 * attempt))
  }
}
