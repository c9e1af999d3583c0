import Stack from '@mui/material/Stack'
import Typography from '@mui/material/Typography'
import { useWords } from '#admin/language/words.ts'
import type { ImportResult, JobState } from '#admin/provider/contract.ts'
import { temporaryFiles } from '#shared/api/transfer.ts'
import { BulkCounts } from './BulkCounts.tsx'
import { Download } from './Download.tsx'
import { FileFacts } from './FileFacts.tsx'
import { ImportCounts } from './ImportCounts.tsx'
import { Refusals } from './Refusals.tsx'
import { isBulk, isImport } from './sentence.ts'

/** The result of a job that has ended: its counts, its file to download, and the rows it refused. */
export function JobOutcome({ job }: { job: JobState }) {
  const { t } = useWords()
  const { result } = job
  const file = result?.isGone ? (
    <Typography variant="body2" color="textSecondary">
      {t('job.gone', { days: temporaryFiles.days })}
    </Typography>
  ) : (
    typeof result?.name === 'string' && (
      <Download
        job={String(job.id)}
        label={t(isImport(job) ? 'transfer.refusedFile' : 'job.download')}
        isPrimary={!isImport(job)}
      />
    )
  )
  return (
    <Stack spacing={2} sx={{ '&:empty': { display: 'none' } }}>
      {isImport(job) && result && <ImportCounts result={result as object as ImportResult} refused={job.failed} />}
      {isBulk(job) && typeof result?.changed === 'number' && <BulkCounts job={job} />}
      {typeof result?.sha256 === 'string' && (
        <FileFacts rows={Number(result.rows)} bytes={Number(result.bytes)} sha256={result.sha256} />
      )}
      {job.status !== 'failed' && <Refusals job={job} />}
      {file}
    </Stack>
  )
}
