import Alert from '@mui/material/Alert'
import Button from '@mui/material/Button'
import LinearProgress from '@mui/material/LinearProgress'
import Stack from '@mui/material/Stack'
import Typography from '@mui/material/Typography'
import { type ReactNode, useState } from 'react'
import { useDataProvider } from 'react-admin'
import { useNavigate } from 'react-router-dom'
import { Column } from '#admin/frame/Page.tsx'
import { TryAgain } from '#admin/frame/TryAgain.tsx'
import { useWords } from '#admin/language/words.ts'
import type { JobState, RedressProvider } from '#admin/provider/contract.ts'
import { isEnded } from '#admin/provider/jobs.ts'
import { AfterJob } from './AfterJob.tsx'
import { JobOutcome } from './JobOutcome.tsx'
import { Refusals } from './Refusals.tsx'
import { isBulk, sentenceOf } from './sentence.ts'
import { useJob } from './useJob.ts'

interface JobRunProps {
  readonly id: string
  readonly ended?: (job: JobState) => void
  /** Buttons besides the one that stops it. */
  readonly buttons?: (job: JobState | undefined) => ReactNode
  /** Shows the job that takes this one back or repeats it; its page without it. */
  readonly follow?: (id: string) => void
}

/** Shows the progress of a job with a button to stop it, and its result when it has ended. */
export function JobRun({ id, ended, buttons, follow }: JobRunProps) {
  const words = useWords()
  const { t, failure } = words
  const provider = useDataProvider<RedressProvider>()
  const { job, fault, again } = useJob(id, ended)
  const [refusal, setRefusal] = useState<string>()
  const navigate = useNavigate()
  const toPage = (next: string) => navigate(`/jobs/${encodeURIComponent(next)}/show`)
  const isOver = job !== undefined && isEnded(job)
  const isMeasured = job !== undefined && job.total > 0
  const stop = () => provider.cancelJob(id).catch((error: unknown) => setRefusal(failure(error)))
  return (
    <Column>
      <Stack spacing={1}>
        <div role="status">{job ? sentenceOf(job, words) : t('frame.loading')}</div>
        {!isOver && (
          <LinearProgress
            aria-label={t('job.progress')}
            variant={isMeasured ? 'determinate' : 'indeterminate'}
            value={isMeasured ? Math.min(100, (job.done / job.total) * 100) : undefined}
          />
        )}
      </Stack>
      {fault && <TryAgain again={again}>{fault}</TryAgain>}
      {!isOver && refusal && <Alert severity="error">{refusal}</Alert>}
      {isOver ? <JobOutcome job={job} /> : job && <Refusals job={job} />}
      {isOver && (isBulk(job) || job.kind === 'import') && <AfterJob job={job} follow={follow ?? toPage} />}
      {!isOver && (
        <Typography variant="body2" color="textSecondary">
          {t('job.leave')}
        </Typography>
      )}
      <Stack
        direction="row"
        spacing={1}
        sx={{ flexWrap: 'wrap', justifyContent: 'end', '&:empty': { display: 'none' } }}
      >
        {!isOver && job?.kind !== 'erasure' && (
          <Button color="secondary" onClick={() => void stop()}>
            {t('job.stop')}
          </Button>
        )}
        {buttons?.(job)}
      </Stack>
    </Column>
  )
}
