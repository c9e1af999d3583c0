import Button from '@mui/material/Button'
import { useState } from 'react'
import { useGetOne } from 'react-admin'
import { ToneText } from '#admin/entity/State.tsx'
import { useWords } from '#admin/language/words.ts'
import { PhoneAnswers } from '#admin/surveys/PhoneAnswers.tsx'

/** Opens the questions of an invitation, to be asked on the phone; says so once they are answered. */
export function AskQuestions({ invitationId }: { invitationId: string }) {
  const { t } = useWords()
  const { data: invitation } = useGetOne('invitations', { id: invitationId })
  const [isOpen, setOpen] = useState(false)
  if (!invitation) return null
  if (invitation.status === 'answered') return <ToneText tone="done">{t('calls.answered')}</ToneText>
  return (
    <>
      <Button variant="contained" onClick={() => setOpen(true)} sx={{ alignSelf: 'start' }}>
        {t('calls.askSurvey')}
      </Button>
      {isOpen && <PhoneAnswers invitation={invitation} close={() => setOpen(false)} />}
    </>
  )
}
