import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import LinearProgress from '@mui/material/LinearProgress'
import Stack from '@mui/material/Stack'
import { useEffect } from 'react'
import { useDataProvider, useNotify } from 'react-admin'
import { Link } from 'react-router-dom'
import { sentenceOf } from '#admin/jobs/sentence.ts'
import { useJob } from '#admin/jobs/useJob.ts'
import { formatNumber, formatShare } from '#admin/language/format.ts'
import { useWords } from '#admin/language/words.ts'
import type { JobState, RedressProvider } from '#admin/provider/contract.ts'
import { isEnded } from '#admin/provider/jobs.ts'
import { useListState } from '../useListState.ts'
import { forgetStarted, noteStarted, useStarted } from './startedJobs.ts'

/** How long after a list was opened it is asked for jobs, in milliseconds: its rows come first. */
const pauseMs = 400
/** Jobs that are shown at the most. */
const most = 3

/** The person's changes of many records of this list that are running, also those begun before the page was loaded. */
export function RunningJobs() {
  const { t } = useWords()
  const { entity, me } = useListState()
  const { resource } = entity
  const provider = useDataProvider<RedressProvider>()
  const ids = useStarted(resource)
  useEffect(() => {
    const ask = async () => {
      const filter = { createdBy: me.id, resource, isActive: true, kind_eq_any: ['bulk', 'undo', 'import'] }
      const { rows } = await provider.page('jobs', { filter, limit: most })
      for (const { id } of rows) noteStarted(resource, String(id))
    }
    // A list does not fail because this question does; the page of jobs shows them too.
    const timer = setTimeout(() => void ask().catch(() => {}), pauseMs)
    return () => clearTimeout(timer)
  }, [provider, resource, me.id])
  if (ids.length === 0) return null
  return (
    <Stack component="section" aria-label={t('bulk.list')} sx={{ px: { xs: 1.5, md: 2.5 }, pb: 1 }} spacing={1}>
      {ids.slice(-most).map((id) => (
        <RunningJob key={id} id={id} />
      ))}
    </Stack>
  )
}

function RunningJob({ id }: { id: string }) {
  const words = useWords()
  const { t } = words
  const notify = useNotify()
  const provider = useDataProvider<RedressProvider>()
  const { refetch } = useListState()
  const { job, fault } = useJob(id, () => void refetch())
  if (!job) return null
  const isOver = isEnded(job)
  const cancel = () => provider.cancelJob(id).catch((error: unknown) => notify(words.failure(error), { type: 'error' }))
  return (
    <Box sx={{ border: 1, borderColor: 'divider', borderRadius: 1, bgcolor: 'background.paper', overflow: 'hidden' }}>
      <Stack direction="row" spacing={1} sx={{ alignItems: 'center', flexWrap: 'wrap', px: 1.5, py: 0.5 }}>
        <Box role="status" sx={{ flex: 1, minWidth: 180, typography: 'body2' }}>
          {isOver ? sentenceOf(job, words) : (fault ?? underwayText(job, words))}
        </Box>
        <Button color="secondary" component={Link} to={`/jobs/${encodeURIComponent(id)}/show`}>
          {t('bulk.show')}
        </Button>
        {/* One button, so that the focus stays on it when the work has ended. */}
        <Button color="secondary" onClick={() => (isOver ? forgetStarted(id) : void cancel())}>
          {t(isOver ? 'bulk.hide' : 'bulk.cancel')}
        </Button>
      </Stack>
      {!isOver && (
        <LinearProgress
          aria-label={t('job.progress')}
          variant={job.total > 0 ? 'determinate' : 'indeterminate'}
          value={job.total > 0 ? shareOf(job) * 100 : undefined}
        />
      )}
    </Box>
  )
}

const shareOf = ({ done, total }: JobState): number => Math.min(1, done / Math.max(1, total))

/** "A change of 10,000 records is running: 40%". */
function underwayText(job: JobState, { t, locale }: ReturnType<typeof useWords>): string {
  if (job.total === 0) return t('bulk.waiting')
  const percent = formatShare(Math.floor(shareOf(job) * 100) / 100, locale)
  return t(`bulk.underway.${job.kind}`, { total: formatNumber(job.total, locale), percent })
}
