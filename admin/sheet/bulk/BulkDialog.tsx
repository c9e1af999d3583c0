import Alert from '@mui/material/Alert'
import Button from '@mui/material/Button'
import Dialog from '@mui/material/Dialog'
import DialogContent from '@mui/material/DialogContent'
import DialogTitle from '@mui/material/DialogTitle'
import MenuItem from '@mui/material/MenuItem'
import Stack from '@mui/material/Stack'
import TextField from '@mui/material/TextField'
import { useState } from 'react'
import { Form, type RaRecord, useDataProvider } from 'react-admin'
import { Submit } from '#admin/actions/Submit.tsx'
import { inputsOf } from '#admin/entity/declaredFields.ts'
import { FieldList } from '#admin/entity/FieldList.tsx'
import { Input } from '#admin/entity/Input.tsx'
import { counted } from '#admin/language/format.ts'
import { useWords } from '#admin/language/words.ts'
import { holds } from '#admin/provider/auth.ts'
import type { BulkChange, BulkPreview, RedressProvider, Scope } from '#admin/provider/contract.ts'
import { problemOf } from '#admin/provider/http.ts'
import { filledIn } from '#admin/provider/patch.ts'
import { bulkStepsOf } from '#shared/declaration/entity.ts'
import { useListState } from '../useListState.ts'
import { BulkRun } from './BulkRun.tsx'

interface BulkDialogProps {
  readonly by: 'ids' | 'filter'
  readonly close: () => void
}

/** Whether a bulk change can set a field of this kind. */
const isSettable = (kind: string): boolean => !['list', 'group', 'data', 'texts'].includes(kind)

/** Changes many records: asks for the change, shows a preview of it, then its progress. */
export function BulkDialog({ by, close }: BulkDialogProps) {
  const words = useWords()
  const provider = useDataProvider<RedressProvider>()
  const { entity, me, selectedIds, filterValues, refetch } = useListState()
  const fields = inputsOf(entity, me).filter(({ isEditable, field }) => isEditable && isSettable(field.kind))
  const steps = bulkStepsOf(entity).filter((action) => holds(me, entity.resource, action))
  const [what, setWhat] = useState(fields[0] ? `field:${fields[0].name}` : `action:${steps[0]}`)
  const [plan, setPlan] = useState<{ scope: Scope; change: BulkChange; preview: BulkPreview }>()
  const [refusal, setRefusal] = useState<string>()
  const [job, setJob] = useState<{ id: string; scope: Scope; change: BulkChange }>()
  const [kind = '', name = ''] = what.split(':')
  const scope: Scope = by === 'ids' ? { ids: selectedIds } : { filter: filterValues }
  const inputs =
    kind === 'field'
      ? fields.filter((field) => field.name === name)
      : Object.entries(entity.actions[name]?.body ?? {}).map(([each, field]) => ({ name: each, field }))

  const showPreview = async (entered: Record<string, unknown>) => {
    setRefusal(undefined)
    const value = entered[name] ?? null
    const change: BulkChange =
      kind === 'field'
        ? { changes: { [name]: value === '' ? null : value } }
        : { action: name, body: filledIn(entered) }
    try {
      setPlan({ scope, change, preview: await provider.preview(entity.resource, scope, change) })
      return undefined
    } catch (error) {
      setRefusal(words.failure(error))
      return problemOf(error)?.errors
    }
  }
  const start = async (run: { scope: Scope; change: BulkChange }, expected?: number) => {
    try {
      const { job: id } = await provider.bulk(entity.resource, run.scope, run.change, expected)
      setJob({ id, ...run })
    } catch (error) {
      setRefusal(words.failure(error))
    }
  }
  const leave = () => {
    if (job) void refetch()
    close()
  }
  return (
    <Dialog open onClose={leave} aria-labelledby="bulk-title">
      <DialogTitle id="bulk-title">
        {words.t('bulk.title')} ·{' '}
        {by === 'ids' ? words.t('bulk.selected', { smart_count: selectedIds.length }) : words.t('bulk.matching')}
      </DialogTitle>
      <DialogContent>
        {refusal && (
          <Alert severity="error" sx={{ mb: 2 }}>
            {refusal}
          </Alert>
        )}
        {job ? (
          <BulkRun
            key={job.id}
            id={job.id}
            close={leave}
            again={(ids) => void start({ scope: { ids }, change: job.change })}
          />
        ) : plan ? (
          <PreviewStep
            preview={plan.preview}
            back={() => setPlan(undefined)}
            start={() => void start(plan, plan.preview.matched)}
          />
        ) : (
          <Form key={what} onSubmit={showPreview} sanitizeEmptyValues>
            <TextField
              select
              label={words.t('bulk.field')}
              value={what}
              onChange={(event) => setWhat(event.target.value)}
              sx={{ mt: 1, mb: 1 }}
            >
              {fields.map((field) => (
                <MenuItem key={field.name} value={`field:${field.name}`}>
                  {words.t('bulk.change')}: {words.field(entity.resource, field.name)}
                </MenuItem>
              ))}
              {steps.map((action) => (
                <MenuItem key={action} value={`action:${action}`}>
                  {words.t('bulk.action')}: {words.action(entity.resource, action)}
                </MenuItem>
              ))}
            </TextField>
            {inputs.map((field) => (
              <Input key={field.name} resource={entity.resource} source={field.name} field={field.field} />
            ))}
            <Stack direction="row" spacing={1} sx={{ mt: 2, justifyContent: 'end' }}>
              <Button color="secondary" onClick={leave}>
                {words.t('form.cancel')}
              </Button>
              <Submit label={words.t('bulk.preview')} />
            </Stack>
          </Form>
        )}
      </DialogContent>
    </Dialog>
  )
}

interface PreviewStepProps {
  readonly preview: BulkPreview
  readonly back: () => void
  readonly start: () => void
}

function PreviewStep({ preview, back, start }: PreviewStepProps) {
  const { t, locale } = useWords()
  const { entity, columns } = useListState()
  const count = counted(preview.matched, locale)
  return (
    <>
      <Alert severity={preview.matched === 0 ? 'info' : 'warning'} sx={{ mb: 2 }}>
        {preview.matched === 0 ? t('bulk.nothing') : t('bulk.matched', count)}
      </Alert>
      {preview.sample.length > 0 && (
        <Stack
          spacing={1.5}
          sx={{ maxHeight: 260, overflow: 'auto' }}
          tabIndex={0}
          role="group"
          aria-label={t('bulk.sample')}
        >
          {preview.sample.slice(0, 5).map((row: RaRecord) => (
            <FieldList key={row.id} entity={entity} record={row} declared={columns.slice(0, 4)} />
          ))}
        </Stack>
      )}
      <Stack direction="row" spacing={1} sx={{ mt: 2, justifyContent: 'end' }}>
        <Button color="secondary" onClick={back}>
          {t('ra.action.back')}
        </Button>
        <Button variant="contained" disabled={preview.matched === 0} onClick={start}>
          {t('bulk.start', count)}
        </Button>
      </Stack>
    </>
  )
}
