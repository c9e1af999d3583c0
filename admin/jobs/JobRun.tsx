import Alert from '@mui/material/Alert'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import LinearProgress from '@mui/material/LinearProgress'
import { type ReactNode, useState } from 'react'
import { useDataProvider } from 'react-admin'
import { TryAgain } from '#admin/frame/TryAgain.tsx'
import { useWords } from '#admin/language/words.ts'
import type { JobState, RedressProvider } from '#admin/provider/contract.ts'
import { isEnded } from '#admin/provider/jobs.ts'
import { JobOutcome } from './JobOutcome.tsx'
import { Refusals } from './Refusals.tsx'
import { sentenceOf } from './sentence.ts'
import { useJob } from './useJob.ts'

interface JobRunProps {
  readonly id: string
  readonly ended?: (job: JobState) => void
  /** What can be done about it besides stopping it. */
  readonly buttons?: (job: JobState | undefined) => ReactNode
}

/** Watches a job: how far it is, how to stop it, and in the end what it made and what it refused. */
export function JobRun({ id, ended, buttons }: JobRunProps) {
  const words = useWords()
  const { t, failure } = words
  const provider = useDataProvider<RedressProvider>()
  const { job, fault, again } = useJob(id, ended)
  const [refusal, setRefusal] = useState<string>()
  const isOver = job !== undefined && isEnded(job)
  const isMeasured = job !== undefined && job.total > 0
  const stop = () => provider.cancelJob(id).catch((error: unknown) => setRefusal(failure(error)))
  return (
    <Box sx={{ display: 'grid', gap: 2, minWidth: 0 }}>
      <Box sx={{ display: 'grid', gap: 1 }}>
        <div role="status">{job ? sentenceOf(job, words) : t('frame.loading')}</div>
        {!isOver && (
          <LinearProgress
            aria-label={t('job.progress')}
            variant={isMeasured ? 'determinate' : 'indeterminate'}
            value={isMeasured ? Math.min(100, (job.done / job.total) * 100) : undefined}
          />
        )}
      </Box>
      {fault && <TryAgain again={again}>{fault}</TryAgain>}
      {!isOver && refusal && <Alert severity="error">{refusal}</Alert>}
      {isOver ? <JobOutcome job={job} /> : job && <Refusals job={job} />}
      {!isOver && <Box sx={{ color: 'text.secondary', fontSize: 14 }}>{t('job.leave')}</Box>}
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, justifyContent: 'end', '&:empty': { display: 'none' } }}>
        {!isOver && (
          <Button color="secondary" onClick={() => void stop()}>
            {t('job.stop')}
          </Button>
        )}
        {buttons?.(job)}
      </Box>
    </Box>
  )
}
