import Alert from '@mui/material/Alert'
import Typography from '@mui/material/Typography'
import { type ReactNode, useState } from 'react'
import { type RaRecord, useDataProvider, useNotify, useRefresh } from 'react-admin'
import { Input } from '#admin/entity/Input.tsx'
import { useWords } from '#admin/language/words.ts'
import type { ActionReply, RedressProvider } from '#admin/provider/contract.ts'
import { problemOf, statusOf } from '#admin/provider/http.ts'
import { filledIn } from '#admin/provider/patch.ts'
import type { Entity, RecordValues } from '#shared/declaration/entity.ts'
import { Confirmation } from './Confirmation.tsx'
import { FormDialog } from './FormDialog.tsx'
import { Submit } from './Submit.tsx'

/** What a page adds to the plain dialog of a step. */
export interface ActionExtras {
  /** Values of the body that the page knows; the dialog has no input for them. */
  readonly preset?: Readonly<Record<string, unknown>>
  /** Values that stand in the dialog's inputs at first. */
  readonly defaults?: Readonly<Record<string, unknown>>
  /** Which records an input offers to choose from, by its name. */
  readonly filters?: Readonly<Record<string, RecordValues>>
  readonly done?: (reply: ActionReply) => void
  /** Its button has the focus when the page opens. */
  readonly isFocused?: boolean
  /** A dialog of the page's own instead of the plain one. */
  readonly dialog?: (close: () => void) => ReactNode
}

interface ActionDialogProps extends Pick<ActionExtras, 'preset' | 'defaults' | 'filters' | 'done'> {
  readonly entity: Entity
  readonly record: RaRecord
  readonly action: string
  readonly close: () => void
}

/** The form of a step's declared body; takes the step on the version that the person sees. */
export function ActionDialog({
  entity,
  record,
  action,
  preset = {},
  defaults,
  filters = {},
  close,
  done,
}: ActionDialogProps) {
  const words = useWords()
  const provider = useDataProvider<RedressProvider>()
  const notify = useNotify()
  const refresh = useRefresh()
  const [refusal, setRefusal] = useState<string>()
  const { resource } = entity
  const step = entity.actions[action]
  const needed = step?.confirmedBy && String(record[step.confirmedBy] ?? '')
  const [typed, setTyped] = useState('')
  const label = words.action(resource, action)
  const inputs = Object.entries(step?.body ?? {}).filter(([name]) => !(name in preset))
  // Where the page knows everything that is needed, one key takes the step.
  const isReady = defaults !== undefined && inputs.every(([name, { isRequired }]) => !isRequired || name in defaults)
  const send = async (values: object) => {
    setRefusal(undefined)
    const entries = Object.entries(filledIn(values)).filter(([name]) => inputs.some(([input]) => input === name))
    try {
      const body = { ...Object.fromEntries(entries), ...preset }
      const reply = await provider.act(resource, record.id, action, body, record.version)
      notify(words.t('steps.done', { action: label }), { type: 'success' })
      close()
      done?.(reply)
      refresh()
      return undefined
    } catch (error) {
      if (statusOf(error) === 412) refresh()
      setRefusal(words.failure(error))
      return problemOf(error)?.errors
    }
  }
  const submit = (
    <Submit
      label={label}
      hasFocus={isReady}
      isDangerous={needed !== undefined}
      isBlocked={needed !== undefined && typed.trim() !== needed}
    />
  )
  return (
    <FormDialog title={label} close={close} defaults={defaults} send={send} refusal={refusal} submit={submit}>
      <Reason isWarning={needed !== undefined}>{words.why(resource, action)}</Reason>
      {inputs.map(([name, field], index) => (
        <Input
          key={name}
          resource={resource}
          source={name}
          field={field}
          filter={filters[name]}
          autoFocus={index === 0 && !isReady}
        />
      ))}
      {step?.confirmedBy && needed && (
        <Confirmation entity={entity} name={step.confirmedBy} value={needed} typed={typed} type={setTyped} />
      )}
    </FormDialog>
  )
}

/** Why somebody takes the step; a warning where it cannot be undone. */
function Reason({ isWarning, children }: { isWarning: boolean; children: string }) {
  if (isWarning)
    return (
      <Alert severity="warning" sx={{ mb: 1 }}>
        {children}
      </Alert>
    )
  return (
    <Typography variant="body2" color="textSecondary" sx={{ mb: 1 }}>
      {children}
    </Typography>
  )
}
