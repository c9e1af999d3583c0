import Alert from '@mui/material/Alert'
import Button from '@mui/material/Button'
import Stack from '@mui/material/Stack'
import type { RaRecord } from 'react-admin'
import { FieldList } from '#admin/entity/FieldList.tsx'
import { counted } from '#admin/language/format.ts'
import { useWords } from '#admin/language/words.ts'
import type { BulkChange, BulkPreview } from '#admin/provider/contract.ts'
import { useListState } from '../useListState.ts'
import { SampleTable } from './SampleTable.tsx'

/** Records of the preview that are shown. */
const shown = 5

interface PreviewStepProps {
  readonly change: BulkChange
  readonly preview: BulkPreview
  readonly isBusy: boolean
  readonly back: () => void
  /** Absent when the list has changed since, so that it has to be looked at again. */
  readonly start: (() => void) | undefined
  readonly lookAgain: () => void
}

/** Says how many records a change is about and how many are so already, and shows the first of them before and after it. */
export function PreviewStep({ change, preview, isBusy, back, start, lookAgain }: PreviewStepProps) {
  const { t, locale } = useWords()
  const { entity, columns } = useListState()
  const { matched, unchanged } = preview
  const changes = 'changes' in change ? change.changes : undefined
  const count = matched - (unchanged ?? 0)
  const isNothing = count === 0
  const sample = preview.sample.slice(0, shown) as RaRecord[]
  const about = t(changes ? 'bulk.matched' : 'bulk.stepped', counted(count, locale))
  return (
    <>
      <Alert severity={isNothing ? 'info' : 'warning'} sx={{ mb: 2 }}>
        {isNothing && !unchanged ? t('bulk.nothing') : about}
        {unchanged ? `. ${t('bulk.already', counted(unchanged, locale))}.` : ''}
        {changes && unchanged === undefined && !isNothing ? `. ${t('bulk.someChanged')}` : ''}
      </Alert>
      {sample.length > 0 && (
        <Stack
          spacing={1.5}
          sx={{ maxHeight: 300, overflow: 'auto' }}
          tabIndex={0}
          role="group"
          aria-label={t('bulk.sample')}
        >
          {changes ? (
            <SampleTable rows={sample} changes={changes} />
          ) : (
            sample.map((row) => <FieldList key={row.id} entity={entity} record={row} declared={columns.slice(0, 4)} />)
          )}
        </Stack>
      )}
      <Stack direction="row" spacing={1} sx={{ mt: 2, justifyContent: 'end' }}>
        <Button color="secondary" onClick={back}>
          {t('ra.action.back')}
        </Button>
        {start ? (
          <Button variant="contained" disabled={isNothing || isBusy} onClick={start}>
            {t('bulk.start', counted(count, locale))}
          </Button>
        ) : (
          <Button variant="contained" onClick={lookAgain}>
            {t('bulk.lookAgain')}
          </Button>
        )}
      </Stack>
    </>
  )
}
