import type { RecordValues } from '#shared/declaration/entity.ts'
import { isOver } from '#shared/declaration/lifecycle.ts'
import { Job } from '#shared/entities/job.ts'
import { type Refusal, refuse } from '#shared/refusals.ts'
import { isSame } from '#shared/values/canonical.ts'

/** What decides whether a job can be undone. */
interface UndoSituation {
  readonly job: Job
  /** How many records it changed by their fields. */
  readonly changed: number
  /** The latest job that undid it, or tried to. */
  readonly undo?: Job
}

/** Why what a job changed cannot be taken back; undefined when it can. An undo that left something may be tried again. */
export function undoRefusal({ job, changed, undo }: UndoSituation): Refusal | undefined {
  if (Job.lifecycle && !isOver(Job.lifecycle, job)) return refuse('JOB_RUNNING')
  if (job.kind === 'undo') return refuse('UNDO_TWICE')
  if (job.request?.action !== undefined) return refuse('UNDO_STEP')
  if (changed === 0) return refuse('UNDO_NOTHING')
  if (undo?.isActive) return refuse('UNDO_RUNNING')
  if (undo?.status === 'done' && (undo.failed ?? 0) === 0) return refuse('UNDO_DONE')
  return undefined
}

/** What a job wrote of the fields of a record: the values before and after it, by name. */
interface WrittenValues {
  readonly before: RecordValues
  readonly after: RecordValues
}

/**
 * The changes that give a record the values it had before a job; none when it has them already. Refused when somebody gave
 * one of the fields another value since, for that value would be lost.
 */
export function valuesBack(record: RecordValues, written: WrittenValues, fields: object): RecordValues | Refusal {
  const names = Object.keys(written.after).filter((name) => Object.hasOwn(fields, name))
  const isNow = (name: string, values: RecordValues) => isSame(record[name] ?? null, values[name] ?? null)
  const open = names.filter((name) => !isNow(name, written.before))
  const changed = open.filter((name) => !isNow(name, written.after))
  if (changed.length > 0) return refuse('CHANGED_SINCE', { fields: changed })
  return Object.fromEntries(open.map((name) => [name, written.before[name] ?? null]))
}
