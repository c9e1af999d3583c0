import { useState } from 'react'
import { type RaRecord, usePermissions } from 'react-admin'
import { FormDialog } from '#admin/actions/FormDialog.tsx'
import { useSaveNew } from '#admin/actions/useSaveNew.ts'
import { Input } from '#admin/entity/Input.tsx'
import { useWords } from '#admin/language/words.ts'
import type { Me } from '#admin/provider/contract.ts'
import { filledIn } from '#admin/provider/patch.ts'
import { CasePromise } from '#shared/entities/promise.ts'
import { usualKeeper } from './promiseForm.ts'

const { text, dueAt, ownerId, kind } = CasePromise.fields
const inputs = { text, dueAt, ownerId, kind }

/** Writes down what is promised on a case: what, until when, and who keeps it. */
export function MakePromise({ record, close }: { record: RaRecord; close: () => void }) {
  const { t } = useWords()
  const { save, refusal } = useSaveNew('promises', t('promise.made'), close)
  const { permissions: me } = usePermissions<Me>()
  const [defaults] = useState({
    kind: 'patient-promise',
    siteId: record.siteId,
    ownerId: me && usualKeeper(record, me),
  })
  const send = (values: object) => {
    const { siteId: _, ...data } = filledIn(values)
    return save({ ...data, caseId: record.id })
  }
  return (
    <FormDialog title={t('promise.make')} close={close} defaults={defaults} send={send} refusal={refusal}>
      {Object.entries(inputs).map(([name, field]) => (
        <Input key={name} resource="promises" source={name} field={field} autoFocus={name === 'text'} />
      ))}
    </FormDialog>
  )
}
