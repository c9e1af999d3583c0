import Alert from '@mui/material/Alert'
import Button from '@mui/material/Button'
import Stack from '@mui/material/Stack'
import { useState } from 'react'
import { Form, type RaRecord, useDataProvider } from 'react-admin'
import { useWatch } from 'react-hook-form'
import { Submit } from '#admin/actions/ActionDialog.tsx'
import { Input } from '#admin/entity/Input.tsx'
import { useSites } from '#admin/language/Sites.tsx'
import { useWords } from '#admin/language/words.ts'
import type { Me, RedressProvider } from '#admin/provider/contract.ts'
import { problemOf } from '#admin/provider/http.ts'
import { filledIn } from '#admin/provider/patch.ts'
import { Patient } from '#shared/entities/patient.ts'
import { PatientLine } from './PatientLine.tsx'
import { usePatients } from './usePatients.ts'

const fields = ['name', 'memberNumber', 'phone', 'language', 'birthDate', 'siteId'] as const

interface NewPatientProps {
  readonly me: Me
  readonly name: string
  readonly choose: (patient: RaRecord) => void
  readonly cancel: () => void
}

/** Enters a new patient beside the case; possible duplicates are shown while typing. */
export function NewPatient({ me, name, choose, cancel }: NewPatientProps) {
  const { t, failure } = useWords()
  const sites = useSites()
  const provider = useDataProvider<RedressProvider>()
  const [refusal, setRefusal] = useState<string>()
  const create = async (values: object) => {
    try {
      const { data } = await provider.create('patients', { data: filledIn(values) })
      choose(data)
      return undefined
    } catch (error) {
      setRefusal(failure(error))
      return problemOf(error)?.errors
    }
  }
  const isName = /\p{L}{2}/u.test(name)
  const defaults = {
    ...(isName ? { name } : { phone: name }),
    language: 'ar',
    siteId: me.siteIds[0] ?? sites.sites[0]?.id,
  }
  return (
    <Form defaultValues={defaults} onSubmit={create}>
      {fields.map((field, index) => (
        <Input key={field} resource="patients" source={field} field={Patient.fields[field]} autoFocus={index === 0} />
      ))}
      <Duplicates choose={choose} />
      {refusal && (
        <Alert severity="error" sx={{ my: 1 }}>
          {refusal}
        </Alert>
      )}
      <Stack direction="row" spacing={1}>
        <Submit label={t('intake.newPatient')} />
        <Button color="secondary" onClick={cancel}>
          {t('form.cancel')}
        </Button>
      </Stack>
    </Form>
  )
}

/** Patients of the same phone, or of the same name and birth date. */
function Duplicates({ choose }: { choose: (patient: RaRecord) => void }) {
  const { t } = useWords()
  const [name, phone, birthDate] = useWatch({ name: ['name', 'phone', 'birthDate'] })
  const byName = usePatients(typeof name === 'string' ? name.trim() : '')
  const byPhone = usePatients(typeof phone === 'string' && phone.length > 7 ? phone.trim() : '')
  const isDuplicate = (row: RaRecord) =>
    (phone && row.phone === phone) || (row.name === name && (!birthDate || row.birthDate === birthDate))
  const duplicates = new Map(
    [...(byPhone.data ?? []), ...(byName.data ?? [])].filter(isDuplicate).map((row) => [row.id, row]),
  )
  if (duplicates.size === 0) return null
  return (
    <Alert severity="warning" sx={{ my: 1 }}>
      <strong>{t('intake.duplicates')}</strong>
      {[...duplicates.values()].map((row) => (
        <Stack key={row.id} direction="row" spacing={2} sx={{ alignItems: 'center', mt: 1 }}>
          <PatientLine row={row} />
          <Button color="inherit" onClick={() => choose(row)}>
            {t('intake.use')}
          </Button>
        </Stack>
      ))}
    </Alert>
  )
}
