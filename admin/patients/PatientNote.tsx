import Alert from '@mui/material/Alert'
import type { RecordPageProps } from '#admin/entity/RecordShow.tsx'
import { formatInstant } from '#admin/language/format.ts'
import { useSites } from '#admin/language/Sites.tsx'
import { useWords } from '#admin/language/words.ts'

/** Says that a patient is held, is being erased, or was erased, and what that means; else nothing. */
export function PatientNote({ record }: RecordPageProps) {
  const { t, locale } = useWords()
  const zone = useSites().zoneOf(record.siteId)
  const { erasedAt, erasingAt, heldAt } = record
  const at = erasedAt ?? erasingAt ?? heldAt
  if (at === undefined) return null
  const key = erasedAt ? 'patient.erased' : erasingAt ? 'patient.erasing' : 'patient.held'
  return (
    <Alert severity={erasingAt && !erasedAt ? 'warning' : 'info'} sx={{ mb: 2 }}>
      {t(key, { at: formatInstant(at, zone, locale) })}
    </Alert>
  )
}
