import { counted, formatNumber } from '#admin/language/format.ts'
import { type RefusalWords, refusalText } from '#admin/language/refusal.ts'
import type { JobState } from '#admin/provider/contract.ts'
import { isEnded } from '#admin/provider/jobs.ts'

/** The progress or the result of a job in one sentence. */
export function sentenceOf(job: JobState, words: RefusalWords): string {
  const { t, locale } = words
  const n = (value: number) => formatNumber(value, locale)
  const count = (value: number) => counted(value, locale)
  if (!isEnded(job) && job.kind === 'erasure') return t('job.erasing')
  if (!isEnded(job)) return t('job.running', { done: n(job.done), total: n(job.total) })
  if (job.status === 'failed') {
    const [error] = job.errors
    return t('job.failed', { reason: error ? refusalText(words, undefined, error.refusal) : '' })
  }
  if (job.kind === 'bulk') return t(job.status === 'cancelled' ? 'bulk.cancelled' : 'bulk.done', count(changedBy(job)))
  if (job.kind === 'undo')
    return job.status === 'cancelled' ? t('undo.cancelled') : t('undo.done', count(Number(job.result?.changed ?? 0)))
  if (job.kind === 'import-check')
    return t(job.status === 'cancelled' ? 'job.stopped' : 'transfer.checked', count(job.done))
  if (job.kind === 'import')
    return t(job.status === 'cancelled' ? 'transfer.importStopped' : 'transfer.imported', count(job.done))
  if (job.kind === 'erasure') return t('job.erased', count(job.done))
  return t(job.status === 'cancelled' ? 'job.stopped' : 'transfer.exported')
}

/** Whether a job imports a file or checks one. */
export const isImport = ({ kind }: JobState): boolean => kind === 'import' || kind === 'import-check'

/** The title of a job's refusals. */
export const refusedOf = (job: JobState, { t, locale }: Pick<RefusalWords, 't' | 'locale'>): string =>
  t(isImport(job) ? 'transfer.refused' : 'bulk.failed', counted(job.failed || job.errors?.length || 0, locale))

/** How many records a bulk change changed; one of an older version counted those too that were so before. */
const changedBy = ({ result, done, failed }: JobState): number => Number(result?.changed ?? Math.max(0, done - failed))

/** Whether a job changes many records in one way, or takes such a change back. */
export const isBulk = ({ kind }: Pick<JobState, 'kind'>): boolean => kind === 'bulk' || kind === 'undo'
