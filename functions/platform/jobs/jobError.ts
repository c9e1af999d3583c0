import type { Problem } from '#shared/declaration/problem.ts'
import type { JobError } from '#shared/entities/job.ts'
import type { Refusal } from '#shared/refusals.ts'

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

const idAndParameters = ({ rule, parameters }: Refusal) => ({ rule, parameters })
