import Button from '@mui/material/Button'
import Stack from '@mui/material/Stack'
import { useCallback, useEffect, useState } from 'react'
import { type RaRecord, useGetOne } from 'react-admin'
import { useWords } from '#admin/language/words.ts'
import { holds } from '#admin/provider/auth.ts'
import type { Me } from '#admin/provider/contract.ts'
import { NewPatient } from './NewPatient.tsx'
import { OpenCases } from './OpenCases.tsx'
import { PatientLine } from './PatientLine.tsx'
import { PatientSearch } from './PatientSearch.tsx'

interface ChoosePatientProps {
  readonly me: Me
  readonly patient: RaRecord | undefined
  /** A patient the page was opened for. */
  readonly initialId?: string
  readonly choose: (patient: RaRecord | undefined) => void
}

/** Finds a patient by name, phone or member number, or enters a new one on the spot. */
export function ChoosePatient({ me, patient, initialId, choose }: ChoosePatientProps) {
  const { t } = useWords()
  const [text, setText] = useState('')
  const [isNew, setNew] = useState(false)
  const { data: initial } = useGetOne('patients', { id: initialId ?? '' }, { enabled: Boolean(initialId) })
  useEffect(() => {
    if (initial) choose(initial)
  }, [initial, choose])
  const enterNew = useCallback(() => setNew(true), [])
  if (patient)
    return (
      <Stack spacing={1}>
        <Stack direction="row" spacing={2} sx={{ alignItems: 'center' }}>
          <PatientLine row={patient} />
          <Button
            color="secondary"
            onClick={() => {
              setNew(false)
              choose(undefined)
            }}
          >
            {t('intake.change')}
          </Button>
        </Stack>
        <OpenCases patientId={String(patient.id)} />
      </Stack>
    )
  if (isNew) return <NewPatient me={me} name={text.trim()} choose={choose} cancel={() => setNew(false)} />
  return (
    <PatientSearch
      text={text}
      type={setText}
      choose={choose}
      enterNew={holds(me, 'patients', 'create') ? enterNew : undefined}
    />
  )
}
