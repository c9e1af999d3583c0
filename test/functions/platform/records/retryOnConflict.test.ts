import { expect, test } from 'vitest'
import { retryOnConflict } from '#functions/platform/records/retryOnConflict.ts'
import { ConditionFailure } from '#functions/platform/store/transact.ts'
import { problem } from '#shared/declaration/problem.ts'
import { refuse } from '#shared/refusals.ts'

const busy = refuse('BATCH_BUSY')

/** Work that fails with each error in turn before it succeeds, and how often it ran. */
function workAfter(...errors: Error[]) {
  const runs = { count: 0 }
  const work = async () => {
    const error = errors[runs.count++]
    if (error) throw error
    return 'written'
  }
  return { runs, work }
}

test('work is repeated while others write, and its result is returned', async () => {
  const { runs, work } = workAfter(problem('STALE'), new ConditionFailure('claim', 'lease'))
  expect(await retryOnConflict(work, { busy })).toBe('written')
  expect(runs.count).toBe(3)
})

test('after the last attempt the caller gets a busy answer with the time to try again', async () => {
  const { runs, work } = workAfter(...Array.from({ length: 9 }, () => problem('STALE')))
  const answer = retryOnConflict(work, { attempts: 3, busy })
  await expect(answer).rejects.toMatchObject({
    status: 503,
    refusal: { rule: 'BATCH_BUSY' },
    details: { retryAfter: 1 },
  })
  expect(runs.count).toBe(3)
})

test.each([
  problem('NOT_FOUND'),
  new ConditionFailure('unique', 'memberNumber'),
  new ConditionFailure('idempotency', ''),
  new Error('broken'),
])('an error that no repetition can fix is thrown at once: %s', async (error) => {
  const { runs, work } = workAfter(error)
  await expect(retryOnConflict(work, { busy })).rejects.toBe(error)
  expect(runs.count).toBe(1)
})
