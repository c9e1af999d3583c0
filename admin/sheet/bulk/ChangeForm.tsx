import Button from '@mui/material/Button'
import MenuItem from '@mui/material/MenuItem'
import Stack from '@mui/material/Stack'
import TextField from '@mui/material/TextField'
import { useState } from 'react'
import { Form } from 'react-admin'
import { Submit } from '#admin/actions/Submit.tsx'
import { inputsOf } from '#admin/entity/declaredFields.ts'
import { Input } from '#admin/entity/Input.tsx'
import { useWords } from '#admin/language/words.ts'
import { holds } from '#admin/provider/auth.ts'
import type { BulkChange } from '#admin/provider/contract.ts'
import { filledIn } from '#admin/provider/patch.ts'
import { bulkStepsOf } from '#shared/declaration/entity.ts'
import { useListState } from '../useListState.ts'

/** What somebody entered of a bulk change, and the change that it is. */
export interface ChosenChange {
  readonly what: string
  readonly entered: Record<string, unknown>
  readonly change: BulkChange
}

interface ChangeFormProps {
  /** What was entered before, when the person comes back. */
  readonly chosen: ChosenChange | undefined
  readonly cancel: () => void
  /** Shows the preview; gives the sentences of fields that were refused. */
  readonly look: (chosen: ChosenChange) => Promise<Record<string, string> | undefined>
}

/** Whether a bulk change can set a field of this kind. */
const isSettable = (kind: string): boolean => !['list', 'group', 'data', 'texts'].includes(kind)

/** Asks what to do with many records: which field gets which value, or which step is taken. */
export function ChangeForm({ chosen, cancel, look }: ChangeFormProps) {
  const words = useWords()
  const { entity, me } = useListState()
  const { resource } = entity
  const fields = inputsOf(entity, me).filter(({ isEditable, field }) => isEditable && isSettable(field.kind))
  const steps = bulkStepsOf(entity).filter((action) => holds(me, resource, action))
  const [what, setWhat] = useState(chosen?.what ?? (fields[0] ? `field:${fields[0].name}` : `action:${steps[0]}`))
  const [kind = '', name = ''] = what.split(':')
  const inputs =
    kind === 'field'
      ? fields.filter((field) => field.name === name)
      : Object.entries(entity.actions[name]?.body ?? {}).map(([each, field]) => ({ name: each, field }))
  const changeBy = (entered: Record<string, unknown>): BulkChange => {
    const value = entered[name] ?? null
    if (kind === 'field') return { changes: { [name]: value === '' ? null : value } }
    return { action: name, body: filledIn(entered) }
  }
  return (
    <Form
      key={what}
      defaultValues={chosen?.what === what ? chosen.entered : {}}
      onSubmit={(entered: Record<string, unknown>) => look({ what, entered, change: changeBy(entered) })}
      sanitizeEmptyValues
    >
      <TextField
        select
        label={words.t('bulk.field')}
        value={what}
        onChange={(event) => setWhat(event.target.value)}
        sx={{ mt: 1, mb: 1 }}
      >
        {fields.map((field) => (
          <MenuItem key={field.name} value={`field:${field.name}`}>
            {words.t('bulk.change')}: {words.field(resource, field.name)}
          </MenuItem>
        ))}
        {steps.map((action) => (
          <MenuItem key={action} value={`action:${action}`}>
            {words.t('bulk.action')}: {words.action(resource, action)}
          </MenuItem>
        ))}
      </TextField>
      {inputs.map((field) => (
        <Input key={field.name} resource={resource} source={field.name} field={field.field} />
      ))}
      <Stack direction="row" spacing={1} sx={{ mt: 2, justifyContent: 'end' }}>
        <Button color="secondary" onClick={cancel}>
          {words.t('form.cancel')}
        </Button>
        <Submit label={words.t('bulk.preview')} />
      </Stack>
    </Form>
  )
}
