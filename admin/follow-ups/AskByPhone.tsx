import Button from '@mui/material/Button'
import { Link } from 'react-router-dom'
import type { RecordPageProps } from '#admin/entity/RecordShow.tsx'
import { useWords } from '#admin/language/words.ts'
import { holds } from '#admin/provider/auth.ts'
import { newFollowUp } from './newFollowUp.ts'

/** The way from an invitation that nobody answers to a call in which its questions are asked. */
export function AskByPhone({ record, me }: RecordPageProps) {
  const { t } = useWords()
  const { id: invitationId, patientId, encounterId, status } = record
  const isOpen = status !== 'answered' && status !== 'cancelled'
  if (!isOpen || !holds(me, 'follow-ups', 'create')) return null
  const values = { kind: 'survey-by-phone', patientId, invitationId, ...(encounterId && { encounterId }) }
  return (
    <Button variant="outlined" component={Link} to="/follow-ups/create" state={newFollowUp(values)} sx={{ mb: 2 }}>
      {t('calls.askByPhone')}
    </Button>
  )
}
