import type * as z from 'zod'
import { isRefusalId, type Refusal, refuse } from '#shared/refusals.ts'
import type { Field } from './field.ts'
import { type Issues, invalid } from './problem.ts'

/** The most fields whose issues are named; nobody mends more at once. */
const mostIssues = 200

/** The issues of values that did not fit their schema: the first of each path, of the first two hundred paths. */
export function issuesOf(issues: readonly z.core.$ZodIssue[]): Issues {
  // Without a prototype, so that a field called `constructor` is a name like any other.
  const result: Record<string, Refusal> = Object.create(null)
  for (const issue of issues.slice(0, mostIssues)) {
    if (issue.code === 'unrecognized_keys')
      for (const name of issue.keys.slice(0, mostIssues))
        result[[...issue.path, name].join('.')] ??= refuse('NOT_A_FIELD')
    else result[issue.path.join('.') || 'root'] ??= refusalOf(issue)
  }
  return result
}

/** The value as its schema reads it; throws the 422 that names each field at fault. */
export function checked<T>(schema: z.ZodType<T>, value: unknown): T {
  const parsed = schema.safeParse(value, { reportInput: true })
  if (parsed.success) return parsed.data
  throw invalid(issuesOf(parsed.error.issues))
}

/** The refusal of a value in a field, or undefined when it may stand there. */
export function refusalIn({ schema }: Pick<Field, 'schema'>, value: unknown): Refusal | undefined {
  const issue = schema.safeParse(value, { reportInput: true }).error?.issues[0]
  return issue && refusalOf(issue)
}

/** The refusal of one issue; a schema that says more than zod does names its refusal as its message. */
export function refusalOf(issue: z.core.$ZodIssue): Refusal {
  const own = issue.message
  const isAbsent = (issue.input ?? null) === null
  if (isAbsent && (issue.code === 'invalid_type' || issue.code === 'invalid_value')) return refuse('REQUIRED')
  if (issue.code === 'too_big') {
    const limit = Number(issue.maximum)
    if (issue.origin === 'string') return refuse('TOO_LONG', { limit })
    return issue.origin === 'array' ? refuse('TOO_MANY', { limit }) : refuse('TOO_LARGE', { limit })
  }
  if (issue.code === 'too_small') {
    const limit = Number(issue.minimum)
    if (issue.origin === 'string') return refuse('REQUIRED')
    return issue.origin === 'array' ? refuse('TOO_FEW', { limit }) : refuse('TOO_SMALL', { limit })
  }
  return plain(isRefusalId(own) ? own : 'NOT_VALID')
}

// An id out of a schema names a sentence without parameters.
const plain = (rule: Parameters<typeof refuse>[0]): Refusal => (refuse as (id: typeof rule) => Refusal)(rule)
