import Alert from '@mui/material/Alert'
import Button from '@mui/material/Button'
import Stack from '@mui/material/Stack'
import { useState } from 'react'
import { Form, type RaRecord, useDataProvider } from 'react-admin'
import { Submit } from '#admin/actions/Submit.tsx'
import { Input } from '#admin/entity/Input.tsx'
import { useSites } from '#admin/language/Sites.tsx'
import { useWords } from '#admin/language/words.ts'
import type { Me, RedressProvider } from '#admin/provider/contract.ts'
import { problemOf } from '#admin/provider/http.ts'
import { filledIn } from '#admin/provider/patch.ts'
import { Patient } from '#shared/entities/patient.ts'
import { Duplicates } from './Duplicates.tsx'

const fields = ['name', 'phone', 'memberNumber', 'birthDate', 'language', 'siteId'] as const

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
  // What was searched for stands in the form already; the next thing to ask is the other one.
  const first = isName ? 'phone' : 'name'
  const defaults = {
    ...(isName ? { name } : { phone: name }),
    language: 'ar',
    siteId: me.siteIds[0] ?? sites.sites[0]?.id,
  }
  return (
    <Form defaultValues={defaults} onSubmit={create}>
      {fields.map((field) => (
        <Input
          key={field}
          resource="patients"
          source={field}
          field={Patient.fields[field]}
          autoFocus={field === first}
        />
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
