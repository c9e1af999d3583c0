import Alert from '@mui/material/Alert'
import Button from '@mui/material/Button'
import Stack from '@mui/material/Stack'
import type { RaRecord } from 'react-admin'
import { useWatch } from 'react-hook-form'
import { useWords } from '#admin/language/words.ts'
import { isPossibleDuplicate } from '#shared/rules/patients/possibleDuplicate.ts'
import { PatientLine } from './PatientLine.tsx'
import { usePatients } from './usePatients.ts'

/** Patients whom the one being entered may be: of the same phone, or of the same name and birth date. */
export function Duplicates({ choose }: { choose: (patient: RaRecord) => void }) {
  const { t } = useWords()
  const [name, phone, birthDate] = useWatch({ name: ['name', 'phone', 'birthDate'] })
  const byPhone = usePatients(textOf(phone).length > 6 ? textOf(phone) : '')
  const byName = usePatients(textOf(name))
  // Of a common name there are more than one page shows.
  const byBirthDate = usePatients(textOf(name), birthDate ? { birthDate } : {})
  const found = [byPhone, byName, byBirthDate].flatMap(({ data = [] }) => data)
  const isLike = ({ name: known, phone: line, altPhone, birthDate: born }: RaRecord) =>
    isPossibleDuplicate({ name, phone, birthDate }, { name: known, phone: line, altPhone, birthDate: born })
  const rows = new Map(found.filter(isLike).map((row) => [row.id, row]))
  if (rows.size === 0) return null
  return (
    <Alert severity="warning" role="status" sx={{ my: 1 }}>
      <strong>{t('intake.duplicates')}</strong>
      {[...rows.values()].map((row) => (
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

const textOf = (value: unknown): string => (typeof value === 'string' ? value.trim() : '')
