import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Link from '@mui/material/Link'
import Skeleton from '@mui/material/Skeleton'
import Stack from '@mui/material/Stack'
import TextField from '@mui/material/TextField'
import Typography from '@mui/material/Typography'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { type RaRecord, useDataProvider, useGetOne } from 'react-admin'
import { Link as RouterLink } from 'react-router-dom'
import { State } from '#admin/entity/State.tsx'
import { useWords } from '#admin/language/words.ts'
import { holds } from '#admin/provider/auth.ts'
import type { Me, RedressProvider } from '#admin/provider/contract.ts'
import { isOver } from '#shared/declaration/lifecycle.ts'
import { Case } from '#shared/entities/case.ts'
import { caseLife } from '#shared/entities/caseActions.ts'
import { isSearchable } from '#shared/values/search.ts'
import { NewPatient } from './NewPatient.tsx'
import { PatientLine } from './PatientLine.tsx'
import { usePatients } from './usePatients.ts'

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
  const search = usePatients(text.trim())
  const { data: initial } = useGetOne('patients', { id: initialId ?? '' }, { enabled: Boolean(initialId) })
  useEffect(() => {
    if (initial) choose(initial)
  }, [initial, choose])
  if (patient)
    return (
      <Stack spacing={1}>
        <Stack direction="row" spacing={2} sx={{ alignItems: 'center' }}>
          <PatientLine row={patient} />
          <Button color="secondary" onClick={() => choose(undefined)}>
            {t('intake.change')}
          </Button>
        </Stack>
        <OpenCases patientId={String(patient.id)} />
      </Stack>
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
      {search.isFetching && <Skeleton sx={{ mt: 1 }} height={40} />}
      <Box component="ul" aria-label={t('intake.find')} className="plain">
        {search.data?.map((row) => (
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
      {isSearchable(text) && !search.isFetching && holds(me, 'patients', 'create') && (
        <Stack direction="row" spacing={1} sx={{ flexWrap: 'wrap', alignItems: 'center', mt: 1 }}>
          <Typography variant="body2" color="textSecondary">
            {t('intake.newPatientWhy')}
          </Typography>
          <Button variant="outlined" onClick={() => setNew(true)}>
            {t('intake.newPatient')}
          </Button>
        </Stack>
      )}
    </Box>
  )
}

function OpenCases({ patientId }: { patientId: string }) {
  const words = useWords()
  const provider = useDataProvider<RedressProvider>()
  const { data } = useQuery({
    queryKey: ['cases', 'ofPatient', patientId],
    queryFn: async ({ signal }) =>
      (await provider.page('cases', { filter: { patientId, isOpen: true }, limit: 10, signal })).rows,
  })
  const open = data?.filter((row) => !isOver(caseLife, row)) ?? []
  if (open.length === 0) return null
  return (
    <Typography variant="body2" component="div">
      {words.t('intake.recent')}:{' '}
      {open.map((row) => (
        <Box key={row.id} component="span" sx={{ marginInlineEnd: 2, whiteSpace: 'nowrap' }}>
          <Link component={RouterLink} to={`/cases/${row.id}/show`} underline="always">
            {row.number}
          </Link>{' '}
          {words.value('cases', 'type', row.type)} <State entity={Case} record={row} />
        </Box>
      ))}
    </Typography>
  )
}
