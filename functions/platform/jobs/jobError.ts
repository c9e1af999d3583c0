import { log } from '#functions/platform/aws/log.ts'
import { problemOf } from '#functions/platform/http/failure.ts'
import { Problem } from '#shared/declaration/problem.ts'
import type { JobError } from '#shared/entities/job.ts'
import type { Refusal } from '#shared/refusals.ts'
import { reasonOf } from './consumers.ts'

/** The error of a record or a row that a problem left as it was; its sentence names the fields at fault. */
export function jobErrorOf({ refusal, details, message }: Problem, place: Pick<JobError, 'id' | 'row'>): JobError {
  const issues = Object.entries(details.issues ?? {})
  const sentences = issues.map(([name, issue]) => (name === 'root' ? issue.message : `${name}: ${issue.message}`))
  return {
    ...place,
    refusal: idAndParameters(refusal),
    ...(issues.length > 0 && {
      issues: Object.fromEntries(issues.map(([name, issue]) => [name, idAndParameters(issue)])),
    }),
    message: sentences.join('; ') || message,
  }
}

/**
 * The problem of one record, with which the job leaves it as it was and goes on; throws on what concerns them all, such as
 * a store that does not answer.
 */
export function problemOfOne(error: unknown, place: string): Problem {
  if (error instanceof Problem) return error
  const found = problemOf(error)
  if (found.status === 503) throw error
  log({ at: new Date().toISOString(), about: place, failed: true, error: reasonOf(error) })
  return found
}

const idAndParameters = ({ rule, parameters }: Refusal) => ({ rule, parameters })
