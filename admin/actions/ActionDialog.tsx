import Alert from '@mui/material/Alert'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Dialog from '@mui/material/Dialog'
import DialogContent from '@mui/material/DialogContent'
import DialogTitle from '@mui/material/DialogTitle'
import { useId, useState } from 'react'
import { Form, type RaRecord, useDataProvider, useNotify, useRefresh } from 'react-admin'
import { useFormState } from 'react-hook-form'
import { Input } from '#admin/entity/Input.tsx'
import { DialogEnd } from '#admin/frame/DialogEnd.tsx'
import { useWords } from '#admin/language/words.ts'
import type { ActionReply, RedressProvider } from '#admin/provider/contract.ts'
import { problemOf, statusOf } from '#admin/provider/http.ts'
import { filledIn } from '#admin/provider/patch.ts'
import type { Entity } from '#shared/declaration/entity.ts'

interface ActionDialogProps {
  readonly entity: Entity
  readonly record: RaRecord
  readonly action: string
  /** Body fields the page knows already; they are not asked for. */
  readonly known?: Readonly<Record<string, unknown>>
  readonly defaults?: Readonly<Record<string, unknown>>
  readonly close: () => void
  readonly done?: (answer: RaRecord & ActionReply) => void
}

/** Asks for the declared fields of an action and performs it on the version the person saw. */
export function ActionDialog({ entity, record, action, known = {}, defaults, close, done }: ActionDialogProps) {
  const words = useWords()
  const provider = useDataProvider<RedressProvider>()
  const notify = useNotify()
  const refresh = useRefresh()
  const title = useId()
  const [refusal, setRefusal] = useState<string>()
  const asked = Object.entries(entity.actions[action]?.body ?? {}).filter(([name]) => !(name in known))
  const names = new Set(asked.map(([name]) => name))
  const perform = async (entered: object) => {
    setRefusal(undefined)
    const given = Object.entries(filledIn(entered)).filter(([name]) => names.has(name))
    try {
      const answer = await provider.act(
        entity.resource,
        record.id,
        action,
        { ...Object.fromEntries(given), ...known },
        record.version,
      )
      notify(words.t('steps.done', { action: words.action(action) }), { type: 'success' })
      close()
      done?.(answer)
      refresh()
      return undefined
    } catch (error) {
      const errors = problemOf(error)?.errors
      if (statusOf(error) === 412) refresh()
      setRefusal(error instanceof Error ? error.message : words.t('problems.0'))
      return errors
    }
  }
  return (
    <Dialog open onClose={close} fullWidth maxWidth="sm" aria-labelledby={title}>
      {/* The record of the page must not become the form's own values. */}
      <Form record={{}} defaultValues={defaults} onSubmit={perform} sanitizeEmptyValues>
        <DialogTitle id={title} sx={{ typography: 'h2', pb: 1 }}>
          {words.action(action)}
        </DialogTitle>
        <DialogContent>
          <Box sx={{ color: 'text.secondary', mb: 1, fontSize: 14 }}>{words.t(`actionWhy.${action}`, { _: '' })}</Box>
          {asked.map(([name, field], index) => (
            <Input key={name} resource={entity.resource} source={name} field={field} autoFocus={index === 0} />
          ))}
          {refusal && (
            <Alert severity="error" sx={{ mt: 1 }}>
              {refusal}
            </Alert>
          )}
        </DialogContent>
        <DialogEnd close={close}>
          <Submit label={words.action(action)} />
        </DialogEnd>
      </Form>
    </Dialog>
  )
}

/** The one primary button of a dialog's form. */
export function Submit({ label }: { label: string }) {
  const { isSubmitting } = useFormState()
  return (
    <Button type="submit" variant="contained" disabled={isSubmitting} autoFocus={false}>
      {label}
    </Button>
  )
}
