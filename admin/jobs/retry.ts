import type { BulkChange, JobState, RedressProvider } from '#admin/provider/contract.ts'

/** Records that one request may name. */
export const mostRetried = 5000

/** What a bulk change did to each record, to be done again; undefined of any other job, and when it was removed with a patient. */
export function retriedChange({ kind, request }: JobState): BulkChange | undefined {
  if (kind !== 'bulk' || !isObject(request)) return undefined
  const { changes, action, body = {} } = request
  if (isObject(changes)) return { changes }
  return typeof action === 'string' && isObject(body) ? { action, body } : undefined
}

/** The job that an undo takes back; undefined of any other job. */
export const undoneJobId = ({ kind, request }: JobState): string | undefined =>
  kind === 'undo' && isObject(request) ? String(request.jobId) : undefined

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null

/** The records that a job refused, as many as one request may name. */
export async function refusedIds(provider: Pick<RedressProvider, 'job'>, job: JobState): Promise<string[]> {
  const ids = job.errors.map(({ id }) => id)
  let next = job.refusedNext
  while (next !== undefined && ids.length < mostRetried) {
    const page = await provider.job(String(job.id), undefined, next)
    ids.push(...page.errors.map(({ id }) => id))
    next = page.refusedNext
  }
  return [...new Set(ids.filter(Boolean))].slice(0, mostRetried)
}
