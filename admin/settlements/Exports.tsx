import Alert from '@mui/material/Alert'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import LinearProgress from '@mui/material/LinearProgress'
import Stack from '@mui/material/Stack'
import Typography from '@mui/material/Typography'
import { type RaRecord, useRefresh } from 'react-admin'
import { EmptyState } from '#admin/frame/Page.tsx'
import { useJob } from '#admin/jobs/useJob.ts'
import { formatInstant, formatNumber } from '#admin/language/format.ts'
import { useSites } from '#admin/language/Sites.tsx'
import { useWords } from '#admin/language/words.ts'
import { isEnded } from '#admin/provider/jobs.ts'

interface ExportEntry {
  readonly format: string
  readonly sha256: string
  readonly rows: number
  readonly bytes: number
  readonly at: string
  readonly url?: string
  readonly removedAt?: string
}

/** What was exported from a batch, and the export under way with its link to download. */
export function Exports({ record, job }: { record: RaRecord; job: string | undefined }) {
  const { t, locale } = useWords()
  const zone = useSites().zoneOf(record.siteId)
  const { job: state } = useJob(job, useRefresh())
  const done: ExportEntry[] = record.exports ?? []
  return (
    <Stack spacing={1.5} sx={{ typography: 'body2' }}>
      {state && !isEnded(state) && (
        <Box role="status">
          {t('batch.exporting')}
          <LinearProgress aria-label={t('batch.exporting')} sx={{ mt: 0.5 }} />
        </Box>
      )}
      {state?.status === 'failed' && (
        <Alert severity="error">{state.errors?.[0]?.message ?? t('problems.other')}</Alert>
      )}
      {state?.status === 'done' && state.result && <Ready result={state.result} />}
      {done.length === 0 && !state && <EmptyState>{t('batch.noExports')}</EmptyState>}
      {done.map((each) => (
        <div key={each.at + each.format}>
          <strong>{each.format.toUpperCase()}</strong> · {formatInstant(each.at, zone, locale)}
          <Figures rows={each.rows} bytes={each.bytes} sha256={each.sha256} />
          {each.removedAt && (
            <Typography variant="caption" color="textSecondary">
              {t('batch.exportRemoved', { at: formatInstant(each.removedAt, zone, locale) })}
            </Typography>
          )}
        </div>
      ))}
    </Stack>
  )
}

function Ready({ result }: { result: Record<string, unknown> }) {
  const { t } = useWords()
  return (
    <Box>
      <Button variant="outlined" component="a" href={String(result.url)} download>
        {t('batch.download')}
      </Button>
      <Figures rows={Number(result.rows)} bytes={Number(result.bytes)} sha256={String(result.sha256)} />
    </Box>
  )
}

function Figures({ rows, bytes, sha256 }: { rows: number; bytes: number; sha256: string }) {
  const { t, locale } = useWords()
  return (
    <Typography variant="caption" component="div" color="textSecondary">
      {t('batch.exported', { rows: formatNumber(rows, locale), bytes: formatNumber(bytes, locale) })}
      <Box component="code" dir="ltr" sx={{ display: 'block', overflowWrap: 'anywhere' }}>
        {sha256}
      </Box>
    </Typography>
  )
}
