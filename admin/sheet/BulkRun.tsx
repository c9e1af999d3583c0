import Alert from '@mui/material/Alert'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import LinearProgress from '@mui/material/LinearProgress'
import { useEffect, useState } from 'react'
import { useDataProvider } from 'react-admin'
import { formatNumber } from '#admin/language/format.ts'
import { useWords } from '#admin/language/words.ts'
import type { JobState, RedressProvider } from '#admin/provider/contract.ts'
import { isEnded, watchJob } from '#admin/provider/jobs.ts'

interface BulkRunProps {
  readonly id: string
  readonly close: () => void
  readonly again: (ids: readonly string[]) => void
}

/** Watches a bulk change: how far it is, what it refused, how to stop it or try the refused ones again. */
export function BulkRun({ id, close, again }: BulkRunProps) {
  const { t, locale, failure } = useWords()
  const provider = useDataProvider<RedressProvider>()
  const [job, setJob] = useState<JobState>()
  const [fault, setFault] = useState<string>()
  useEffect(() => {
    const stop = new AbortController()
    watchJob(provider, id, setJob, stop.signal).catch((error: unknown) => {
      if (!stop.signal.aborted) setFault(failure(error))
    })
    return () => stop.abort()
  }, [id, provider, failure])
  const n = (value: number) => formatNumber(value, locale)
  const errors = job?.errors ?? []
  const ended = job !== undefined && isEnded(job)
  const changed = job ? Math.max(0, job.done - job.failed) : 0
  return (
    <Box>
      <Box role="status" sx={{ mb: 1 }}>
        {!job && t('frame.loading')}
        {job && !ended && t('bulk.running', { done: n(job.done), total: n(job.total) })}
        {job &&
          ended &&
          t(job.status === 'cancelled' ? 'bulk.cancelled' : 'bulk.done', { smart_count: changed, _: n(changed) })}
      </Box>
      <LinearProgress
        aria-label={t('bulk.title')}
        variant={job && job.total > 0 ? 'determinate' : 'indeterminate'}
        value={job && job.total > 0 ? Math.min(100, (job.done / job.total) * 100) : ended ? 100 : undefined}
      />
      {fault && (
        <Alert severity="error" sx={{ mt: 2 }}>
          {fault}
        </Alert>
      )}
      {errors.length > 0 && (
        <Alert severity="error" sx={{ mt: 2 }}>
          <strong>{t('bulk.failed', { smart_count: job?.failed ?? errors.length })}</strong>
          <Box
            component="ul"
            tabIndex={0}
            sx={{ m: 0, mt: 0.5, paddingInlineStart: 2, maxHeight: 200, overflow: 'auto' }}
          >
            {errors.slice(0, 100).map((error) => (
              <li key={error.id}>
                <bdi>{error.id.slice(-6)}</bdi>: {error.message}
              </li>
            ))}
          </Box>
        </Alert>
      )}
      {!ended && <Box sx={{ mt: 2, color: 'text.secondary', fontSize: 14 }}>{t('bulk.leave')}</Box>}
      <Box sx={{ display: 'flex', gap: 1, mt: 2, justifyContent: 'end' }}>
        {!ended && (
          <Button color="secondary" onClick={() => void provider.cancelJob(id)}>
            {t('bulk.cancel')}
          </Button>
        )}
        {ended && errors.length > 0 && (
          <Button color="secondary" onClick={() => again(errors.map((error) => error.id))}>
            {t('bulk.retry')}
          </Button>
        )}
        <Button variant="contained" onClick={close}>
          {t('frame.close')}
        </Button>
      </Box>
    </Box>
  )
}
