import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Case } from '#shared/entities/case.ts'
import type { Job } from '#shared/entities/job.ts'
import { isRefusal } from '#shared/refusals.ts'
import { undoRefusal, valuesBack } from '#shared/rules/jobs/undoing.ts'

const fields = { a: 1, b: 1, c: 1 }
const values = fc.record({ a: fc.nat(2), b: fc.nat(2), c: fc.nat(2) }, { requiredKeys: [] })
/** What a job wrote: of each name that it changed, the value before and after it. */
const written = fc
  .tuple(values, values)
  .map(
    ([before, after]) =>
      [Object.keys(after).filter((name) => before[name as 'a'] !== after[name as 'a']), before, after] as const,
  )
  .map(([names, before, after]) => ({ before: pick(before, names), after: pick(after, names) }))
const pick = (all: Readonly<Record<string, unknown>>, names: readonly string[]) =>
  Object.fromEntries(names.map((name) => [name, all[name] ?? null]))

test('a record gets its former values back, or stays as it is when somebody gave one of them another', () => {
  fc.assert(
    fc.property(values, written, (record: Readonly<Record<string, unknown>>, job) => {
      const back = valuesBack(record, job, fields)
      const now = pick(record, Object.keys(job.after))
      const isForeign = (name: string) => now[name] !== job.before[name] && now[name] !== job.after[name]
      expect(isRefusal(back)).toBe(Object.keys(now).some(isForeign))
      if (isRefusal(back)) return
      expect({ ...now, ...back }).toEqual(job.before)
      expect(valuesBack({ ...record, ...back }, job, fields)).toEqual({})
    }),
  )
})

test('facts that a change brought about are left to the rules', () => {
  const job = {
    before: { level: 1, responseDueAt: null },
    after: { level: 2, responseDueAt: '2026-11-20T08:15:00.000Z' },
  }
  expect(valuesBack({ level: 2 }, job, Case.fields)).toEqual({ level: 1 })
})

const job = { id: 'job_1', version: 1, kind: 'bulk', resource: 'cases', status: 'done' } as Job
test.each([
  [{ job: { ...job, status: 'running' } as Job, changed: 1 }, 'JOB_RUNNING'],
  [{ job: { ...job, kind: 'undo' } as Job, changed: 1 }, 'UNDO_TWICE'],
  [{ job: { ...job, request: { action: 'close' } }, changed: 1 }, 'UNDO_STEP'],
  [{ job, changed: 0 }, 'UNDO_NOTHING'],
  [{ job, changed: 1, undo: { ...job, isActive: true } }, 'UNDO_RUNNING'],
  [{ job, changed: 1, undo: job }, 'UNDO_DONE'],
  [{ job, changed: 1, undo: { ...job, failed: 2 } }, undefined],
  [{ job, changed: 1, undo: { ...job, status: 'cancelled' } as Job }, undefined],
  [{ job: { ...job, status: 'cancelled' } as Job, changed: 1 }, undefined],
])('whether a job can be undone: %#', (situation, rule) => {
  expect(undoRefusal(situation)?.rule).toBe(rule)
})
