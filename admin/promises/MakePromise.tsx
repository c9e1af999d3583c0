import Alert from '@mui/material/Alert'
import Dialog from '@mui/material/Dialog'
import DialogContent from '@mui/material/DialogContent'
import DialogTitle from '@mui/material/DialogTitle'
import { useState } from 'react'
import { Form, type RaRecord, useDataProvider, useNotify, usePermissions, useRefresh } from 'react-admin'
import { Submit } from '#admin/actions/ActionDialog.tsx'
import { Input } from '#admin/entity/Input.tsx'
import { DialogButtons } from '#admin/frame/DialogButtons.tsx'
import { sendByKeys } from '#admin/frame/sendByKeys.ts'
import { useWords } from '#admin/language/words.ts'
import type { Me, RedressProvider } from '#admin/provider/contract.ts'
import { problemOf } from '#admin/provider/http.ts'
import { filledIn } from '#admin/provider/patch.ts'
import { CasePromise } from '#shared/entities/promise.ts'
import { usualKeeper } from './promiseForm.ts'

const { text, dueAt, ownerId, kind } = CasePromise.fields
const inputs = { text, dueAt, ownerId, kind }

/** Writes down what is promised on a case: what, until when, and who keeps it. */
export function MakePromise({ record, close }: { record: RaRecord; close: () => void }) {
  const { t, failure } = useWords()
  const provider = useDataProvider<RedressProvider>()
  const notify = useNotify()
  const refresh = useRefresh()
  const { permissions: me } = usePermissions<Me>()
  const [refusal, setRefusal] = useState<string>()
  // The values of the first rendering: defaults that change would reset the form while somebody types.
  const [defaults] = useState({
    kind: 'patient-promise',
    siteId: record.siteId,
    ownerId: me && usualKeeper(record, me),
  })
  const save = async (values: object) => {
    const { siteId: _, ...data } = filledIn(values)
    try {
      await provider.create('promises', { data: { ...data, caseId: record.id } })
      notify(t('promise.made'), { type: 'success' })
      close()
      refresh()
      return undefined
    } catch (error) {
      setRefusal(failure(error))
      return problemOf(error)?.errors
    }
  }
  return (
    <Dialog open onClose={close} aria-labelledby="promise-title" onKeyDown={sendByKeys}>
      <Form record={{}} defaultValues={defaults} onSubmit={save}>
        <DialogTitle id="promise-title">{t('promise.make')}</DialogTitle>
        <DialogContent>
          {Object.entries(inputs).map(([name, field]) => (
            <Input key={name} resource="promises" source={name} field={field} autoFocus={name === 'text'} />
          ))}
          {refusal && (
            <Alert severity="error" sx={{ mt: 1 }}>
              {refusal}
            </Alert>
          )}
        </DialogContent>
        <DialogButtons close={close}>
          <Submit label={t('form.save')} />
        </DialogButtons>
      </Form>
    </Dialog>
  )
}
