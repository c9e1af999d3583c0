import Alert from '@mui/material/Alert'
import Button from '@mui/material/Button'
import Dialog from '@mui/material/Dialog'
import DialogContent from '@mui/material/DialogContent'
import DialogTitle from '@mui/material/DialogTitle'
import { useRef, useState } from 'react'
import { useDataProvider } from 'react-admin'
import { JobRun } from '#admin/jobs/JobRun.tsx'
import { useWords } from '#admin/language/words.ts'
import type { BulkChange, BulkPreview, JobState, RedressProvider, Scope } from '#admin/provider/contract.ts'
import { problemOf } from '#admin/provider/http.ts'
import { isEnded } from '#admin/provider/jobs.ts'
import { IdempotencyKey } from '#admin/transfer/idempotencyKey.ts'
import { useListState } from '../useListState.ts'
import { ChangeForm, type ChosenChange } from './ChangeForm.tsx'
import { PreviewStep } from './PreviewStep.tsx'
import { noteStarted } from './startedJobs.ts'

interface BulkDialogProps {
  readonly by: 'ids' | 'filter'
  readonly close: () => void
}

/** A change that was looked at, and what was seen. */
interface BulkPlan {
  readonly scope: Scope
  readonly change: BulkChange
  readonly preview: BulkPreview
}

/** Changes many records: asks for the change, shows a preview of it, then its progress; it goes on when the dialog is left. */
export function BulkDialog({ by, close }: BulkDialogProps) {
  const words = useWords()
  const { t } = words
  const provider = useDataProvider<RedressProvider>()
  const { entity, selectedIds, filterValues, refetch } = useListState()
  const { resource } = entity
  const [chosen, setChosen] = useState<ChosenChange>()
  const [plan, setPlan] = useState<BulkPlan>()
  const [refusal, setRefusal] = useState<string>()
  const [isStale, setStale] = useState(false)
  const [isBusy, setBusy] = useState(false)
  const [job, setJob] = useState<string>()
  const state = useRef<JobState | undefined>(undefined)
  const key = useRef(new IdempotencyKey())
  const scope: Scope = by === 'ids' ? { ids: selectedIds } : { filter: filterValues }

  const look = async (change: BulkChange) => {
    setRefusal(undefined)
    setStale(false)
    try {
      setPlan({ scope, change, preview: await provider.preview(resource, scope, change) })
      return undefined
    } catch (error) {
      setRefusal(words.failure(error))
      return problemOf(error)?.errors
    }
  }
  const start = async ({ scope, change, preview }: BulkPlan) => {
    setBusy(true)
    setRefusal(undefined)
    try {
      const request = [scope, change, preview.matched]
      const { job: id } = await provider.bulk(resource, scope, change, preview.matched, key.current.keyOf(request))
      key.current.answered()
      setJob(id)
    } catch (error) {
      setRefusal(words.failure(error))
      setStale(problemOf(error)?.rule === 'COUNT_CHANGED')
    }
    setBusy(false)
  }
  const leave = () => {
    if (job && !(state.current && isEnded(state.current))) noteStarted(resource, job)
    if (job) void refetch()
    close()
  }
  return (
    <Dialog open onClose={leave} aria-labelledby="bulk-title" fullWidth maxWidth="sm">
      <DialogTitle id="bulk-title">
        {t('bulk.title')} ·{' '}
        {by === 'ids' ? t('bulk.selected', { smart_count: selectedIds.length }) : t('bulk.matching')}
      </DialogTitle>
      <DialogContent>
        {refusal && (
          <Alert severity="error" sx={{ mb: 2 }}>
            {refusal}
          </Alert>
        )}
        {job ? (
          <JobRun
            key={job}
            id={job}
            ended={() => void refetch()}
            follow={setJob}
            buttons={(seen) => {
              state.current = seen
              return (
                <Button variant="contained" onClick={leave}>
                  {t(seen && isEnded(seen) ? 'frame.close' : 'bulk.leave')}
                </Button>
              )
            }}
          />
        ) : plan ? (
          <PreviewStep
            change={plan.change}
            preview={plan.preview}
            isBusy={isBusy}
            back={() => setPlan(undefined)}
            start={isStale ? undefined : () => void start(plan)}
            lookAgain={() => void look(plan.change)}
          />
        ) : (
          <ChangeForm
            chosen={chosen}
            cancel={leave}
            look={(next) => {
              setChosen(next)
              return look(next.change)
            }}
          />
        )}
      </DialogContent>
    </Dialog>
  )
}
