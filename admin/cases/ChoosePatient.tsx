import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Link from '@mui/material/Link'
import Skeleton from '@mui/material/Skeleton'
import TextField from '@mui/material/TextField'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { type RaRecord, useDataProvider, useGetOne } from 'react-admin'
import { Link as RouterLink } from 'react-router-dom'
import { State } from '#admin/entity/State.tsx'
import { isOver } from '#admin/entity/tone.ts'
import { useWords } from '#admin/language/words.ts'
import { holds } from '#admin/provider/auth.ts'
import type { Me, RedressProvider } from '#admin/provider/contract.ts'
import { NewPatient } from './NewPatient.tsx'
import { PatientLine } from './PatientLine.tsx'
import { usePatients } from './usePatients.ts'

interface ChoosePatientProps {
  readonly me: Me
  readonly patient: RaRecord | undefined
  /** A patient the page was opened for. */
  readonly first?: string
  readonly choose: (patient: RaRecord | undefined) => void
}

/** Finds a patient by name, phone or member number, or enters a new one on the spot. */
export function ChoosePatient({ me, patient, first, choose }: ChoosePatientProps) {
  const { t } = useWords()
  const [text, setText] = useState('')
  const [isNew, setNew] = useState(false)
  const found = usePatients(text.trim())
  const { data: given } = useGetOne('patients', { id: first ?? '' }, { enabled: Boolean(first) })
  useEffect(() => {
    if (given) choose(given)
  }, [given, choose])
  if (patient)
    return (
      <Box sx={{ display: 'grid', gap: 1 }}>
        <Box sx={{ display: 'flex', alignItems: 'center', gap: 2 }}>
          <PatientLine row={patient} />
          <Button color="secondary" onClick={() => choose(undefined)}>
            {t('intake.change')}
          </Button>
        </Box>
        <OpenCases patientId={String(patient.id)} />
      </Box>
    )
  if (isNew) return <NewPatient me={me} name={text} choose={choose} cancel={() => setNew(false)} />
  return (
    <Box>
      <TextField
        autoFocus
        label={t('intake.find')}
        placeholder={t('intake.findHint')}
        value={text}
        onChange={(event) => setText(event.target.value)}
        slotProps={{ htmlInput: { type: 'search', autoComplete: 'off' } }}
      />
      {found.isFetching && <Skeleton sx={{ mt: 1 }} height={40} />}
      <Box component="ul" aria-label={t('intake.find')} sx={{ listStyle: 'none', m: 0, mt: 1, p: 0 }}>
        {found.data?.map((row) => (
          <Box key={row.id} component="li">
            <Button
              color="secondary"
              fullWidth
              sx={{ justifyContent: 'start', textAlign: 'start' }}
              onClick={() => choose(row)}
            >
              <PatientLine row={row} />
            </Button>
          </Box>
        ))}
      </Box>
      {text.trim().length > 1 && !found.isFetching && (
        <Box
          sx={{
            display: 'flex',
            flexWrap: 'wrap',
            gap: 1,
            alignItems: 'center',
            mt: 1,
            color: 'text.secondary',
            fontSize: 14,
          }}
        >
          {holds(me, 'patients', 'create') && (
            <>
              {t('intake.newPatientWhy')}
              <Button variant="outlined" onClick={() => setNew(true)}>
                {t('intake.newPatient')}
              </Button>
            </>
          )}
        </Box>
      )}
    </Box>
  )
}

function OpenCases({ patientId }: { patientId: string }) {
  const words = useWords()
  const provider = useDataProvider<RedressProvider>()
  const { data } = useQuery({
    queryKey: ['cases', 'ofPatient', patientId],
    queryFn: async ({ signal }) => (await provider.page('cases', { filter: { patientId }, limit: 10, signal })).rows,
  })
  const open = data?.filter((row) => !isOver(row)) ?? []
  if (open.length === 0) return null
  return (
    <Box sx={{ fontSize: 14 }}>
      {words.t('intake.recent')}:{' '}
      {open.map((row) => (
        <Box key={row.id} component="span" sx={{ marginInlineEnd: 2, whiteSpace: 'nowrap' }}>
          <Link component={RouterLink} to={`/cases/${row.id}/show`} underline="always">
            {row.number}
          </Link>{' '}
          {words.value(row.type)} <State value={row.status} />
        </Box>
      ))}
    </Box>
  )
}
