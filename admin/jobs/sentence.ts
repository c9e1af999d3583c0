import { counted, formatNumber } from '#admin/language/format.ts'
import type { Words } from '#admin/language/words.ts'
import type { JobState } from '#admin/provider/contract.ts'
import { isEnded } from '#admin/provider/jobs.ts'

type SentenceContext = Pick<Words, 't'> & { readonly locale: string }

/** How far a job is, or what came of it, in one sentence. */
export function sentenceOf(job: JobState, { t, locale }: SentenceContext): string {
  const n = (value: number) => formatNumber(value, locale)
  const count = (value: number) => counted(value, locale)
  if (!isEnded(job)) return t('job.running', { done: n(job.done), total: n(job.total) })
  if (job.status === 'failed') return t('job.failed', { reason: job.errors?.[0]?.message ?? '' })
  if (job.kind === 'bulk')
    return t(job.status === 'cancelled' ? 'bulk.cancelled' : 'bulk.done', count(Math.max(0, job.done - job.failed)))
  if (job.kind === 'import-check')
    return t(job.status === 'cancelled' ? 'job.stopped' : 'transfer.checked', count(job.done))
  if (job.kind === 'import')
    return t(job.status === 'cancelled' ? 'transfer.importStopped' : 'transfer.imported', count(job.done))
  return t(job.status === 'cancelled' ? 'job.stopped' : 'transfer.exported')
}

/** Whether a job is about the rows of a file. */
export const isImport = ({ kind }: JobState): boolean => kind === 'import' || kind === 'import-check'

/** What the heading of a job's refusals says. */
export const refusedOf = (job: JobState, { t, locale }: SentenceContext): string =>
  t(isImport(job) ? 'transfer.refused' : 'bulk.failed', counted(job.failed || job.errors?.length || 0, locale))
