import Box from '@mui/material/Box'
import { useWords } from '#admin/language/words.ts'
import type { ImportResult, JobState } from '#admin/provider/contract.ts'
import { passing } from '#shared/api/transfer.ts'
import { Download } from './Download.tsx'
import { FileFacts } from './FileFacts.tsx'
import { ImportCounts } from './ImportCounts.tsx'
import { Refusals } from './Refusals.tsx'
import { isImport } from './sentence.ts'

/** What a job that ended has made and what it refused: a file to fetch, how many records it took in, the rows it sends back. */
export function JobOutcome({ job }: { job: JobState }) {
  const { t } = useWords()
  const { result } = job
  const file = result?.isGone ? (
    <Box sx={{ color: 'text.secondary', fontSize: 14 }}>{t('job.gone', { days: passing.days })}</Box>
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
    <Box sx={{ display: 'grid', gap: 2, '&:empty': { display: 'none' } }}>
      {isImport(job) && result && <ImportCounts result={result as ImportResult} refused={job.failed} />}
      {typeof result?.sha256 === 'string' && (
        <FileFacts rows={Number(result.rows)} bytes={Number(result.bytes)} sha256={result.sha256} />
      )}
      {job.status !== 'failed' && <Refusals job={job} />}
      {file}
    </Box>
  )
}
