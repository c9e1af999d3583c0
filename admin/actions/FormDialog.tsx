import Alert from '@mui/material/Alert'
import Dialog, { type DialogProps } from '@mui/material/Dialog'
import DialogContent from '@mui/material/DialogContent'
import DialogTitle from '@mui/material/DialogTitle'
import { type ReactNode, useId } from 'react'
import { Form } from 'react-admin'
import { DialogButtons } from '#admin/frame/DialogButtons.tsx'
import { sendByKeys } from '#admin/frame/sendByKeys.ts'
import { useWords } from '#admin/language/words.ts'
import { Submit } from './Submit.tsx'

interface FormDialogProps {
  readonly title: ReactNode
  readonly close: () => void
  /** Values of the first rendering: defaults that change would reset the form while somebody types. */
  readonly defaults?: Readonly<Record<string, unknown>> | undefined
  /** Sends the values; gives the errors of fields, or nothing once they are kept. */
  readonly send: (values: object) => Promise<object | undefined>
  /** Why they were not kept. */
  readonly refusal: string | undefined
  readonly width?: DialogProps['maxWidth']
  /** The primary button, where it is not "Save". */
  readonly submit?: ReactNode
  readonly children: ReactNode
}

/** A dialog with a form: sent by its button or by Ctrl and Enter, it stays with what was typed until that is kept. */
export function FormDialog({ title, close, defaults, send, refusal, width, submit, children }: FormDialogProps) {
  const { t } = useWords()
  const id = useId()
  return (
    <Dialog
      open
      onClose={close}
      aria-labelledby={id}
      onKeyDown={sendByKeys}
      {...(width && { maxWidth: width, fullWidth: true })}
    >
      {/* The record of the page must not become the form's own values. */}
      <Form record={{}} defaultValues={defaults} onSubmit={send} sanitizeEmptyValues warnWhenUnsavedChanges>
        <DialogTitle id={id}>{title}</DialogTitle>
        <DialogContent>
          {children}
          {refusal && (
            <Alert severity="error" sx={{ mt: 1 }}>
              {refusal}
            </Alert>
          )}
        </DialogContent>
        <DialogButtons close={close}>{submit ?? <Submit label={t('form.save')} />}</DialogButtons>
      </Form>
    </Dialog>
  )
}
