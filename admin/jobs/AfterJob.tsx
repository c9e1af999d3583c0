import Alert from '@mui/material/Alert'
import Button from '@mui/material/Button'
import Stack from '@mui/material/Stack'
import { useState } from 'react'
import { useDataProvider } from 'react-admin'
import { Link } from 'react-router-dom'
import { BlockedButton } from '#admin/frame/BlockedButton.tsx'
import { counted } from '#admin/language/format.ts'
import { refusalText } from '#admin/language/refusal.ts'
import { useWords } from '#admin/language/words.ts'
import type { JobState, RedressProvider } from '#admin/provider/contract.ts'
import { useStart } from '#admin/transfer/useStart.ts'
import { entityOf } from '#shared/entities/index.ts'
import { mostRetried, refusedIds, retriedChange, undoneJobId } from './retry.ts'

interface AfterJobProps {
  readonly job: JobState
  /** Shows the job that follows. */
  readonly follow: (id: string) => void
}

/** What can be done once a change of many records has ended: try the refused ones again, and take the whole back. */
export function AfterJob({ job, follow }: AfterJobProps) {
  const words = useWords()
  const { t, locale } = words
  const provider = useDataProvider<RedressProvider>()
  const { start, isBusy, refusal } = useStart()
  const [isAsking, setAsking] = useState(false)
  const id = String(job.id)
  const first = undoneJobId(job)
  const changed = Number(job.result?.changed ?? job.result?.updated ?? 0)
  const why = job.undo?.refusal
  const change = retriedChange(job)
  const undo = async (of: string) => {
    const next = await start({ undo: of }, (key) => provider.undoJob(of, key))
    if (next) follow(next)
  }
  const retry = async () => {
    const next = await start({ retry: id }, async (key) =>
      provider.bulk(job.resource, { ids: await refusedIds(provider, job) }, change ?? { changes: {} }, undefined, key),
    )
    if (next) follow(next)
  }
  const isRetried = job.failed > 0 && (first !== undefined || change !== undefined)
  return (
    <Stack spacing={1}>
      {refusal && <Alert severity="error">{refusal}</Alert>}
      {isAsking && (
        <Alert severity="warning">
          {t('undo.why', counted(changed, locale))}
          <Stack direction="row" spacing={1} sx={{ mt: 1, flexWrap: 'wrap' }}>
            <Button variant="contained" disabled={isBusy} onClick={() => void undo(id)}>
              {t('undo.now')}
            </Button>
            <Button color="secondary" onClick={() => setAsking(false)}>
              {t('undo.keep')}
            </Button>
          </Stack>
        </Alert>
      )}
      {isRetried && change && job.failed > mostRetried && (
        <Alert severity="info">{t('bulk.retryPart', counted(mostRetried, locale))}</Alert>
      )}
      <Stack
        direction="row"
        spacing={1}
        sx={{ flexWrap: 'wrap', alignItems: 'center', '&:empty': { display: 'none' } }}
      >
        {isRetried && (
          <Button
            variant="outlined"
            color="secondary"
            disabled={isBusy}
            onClick={() => void (first ? undo(first) : retry())}
          >
            {t('bulk.retry')}
          </Button>
        )}
        {job.undo && first === undefined && !isAsking && why && (
          <BlockedButton label={t('undo.start')} reason={refusalText(words, entityOf(job.resource), why)} />
        )}
        {job.undo && first === undefined && !isAsking && !why && (
          <Button variant="outlined" color="secondary" onClick={() => setAsking(true)}>
            {t(job.undo.job ? 'undo.rest' : 'undo.start')}
          </Button>
        )}
        {job.undo?.job && <LinkTo id={job.undo.job} label={t('undo.show')} />}
        {first && <LinkTo id={first} label={t('undo.of')} />}
      </Stack>
    </Stack>
  )
}

const LinkTo = ({ id, label }: { id: string; label: string }) => (
  <Button color="secondary" component={Link} to={`/jobs/${encodeURIComponent(id)}/show`}>
    {label}
  </Button>
)
