import { expect, test } from 'vitest'
import { refusedIds, retriedChange, undoneJobId } from '#admin/jobs/retry.ts'
import { sentenceOf } from '#admin/jobs/sentence.ts'
import type { JobState } from '#admin/provider/contract.ts'

const jobOf = (more: Partial<JobState>): JobState => ({
  ...{ id: 'job_1', version: 1, kind: 'bulk', resource: 'cases', status: 'done' },
  ...{ done: 3, total: 3, failed: 0, errors: [] },
  ...more,
})
const errorOf = (id: string) => ({ id, refusal: { rule: 'STALE', parameters: {} }, message: '' })

test('a change is done again as it was asked for', () => {
  expect(retriedChange(jobOf({ request: { filter: {}, changes: { level: 2 } } }))).toEqual({ changes: { level: 2 } })
  expect(retriedChange(jobOf({ request: { ids: [], action: 'close', body: { why: 'x' } } }))).toEqual({
    action: 'close',
    body: { why: 'x' },
  })
  expect(retriedChange(jobOf({ request: undefined }))).toBeUndefined()
  expect(undoneJobId(jobOf({ kind: 'undo', request: { jobId: 'job_7' } }))).toBe('job_7')
})

test('all refused records are tried again, however many pages they fill', async () => {
  const pages = [jobOf({ errors: [errorOf('c'), errorOf('d')], refusedNext: 4 }), jobOf({ errors: [errorOf('e')] })]
  const asked: unknown[] = []
  const job = async (_id: string, _signal?: AbortSignal, after?: number) => {
    asked.push(after)
    return pages.shift() ?? jobOf({})
  }
  const first = jobOf({ errors: [errorOf('a'), errorOf('b')], refusedNext: 2 })
  expect(await refusedIds({ job }, first)).toEqual(['a', 'b', 'c', 'd', 'e'])
  expect(asked).toEqual([2, 4])
})

test('the sentence of a change counts only what is another now', () => {
  const t = (key: string, { count = '' }: { count?: unknown } = {}) => `${key} ${count}`
  const words = { t, locale: 'en', noun: String, field: String, value: String, action: String }
  expect(sentenceOf(jobOf({ result: { changed: 2, unchanged: 1 } }), words)).toBe('bulk.done 2')
  expect(sentenceOf(jobOf({ kind: 'undo', result: { changed: 3, unchanged: 0 } }), words)).toBe('undo.done 3')
  expect(sentenceOf(jobOf({ kind: 'undo', status: 'cancelled' }), words)).toBe('undo.cancelled ')
})
