import Alert from '@mui/material/Alert'
import Button from '@mui/material/Button'
import Stack from '@mui/material/Stack'
import TextField from '@mui/material/TextField'
import ToggleButton from '@mui/material/ToggleButton'
import Typography from '@mui/material/Typography'
import { type FormEvent, useState } from 'react'
import { useDataProvider, useGetOne, useNotify } from 'react-admin'
import { sendByKeys } from '#admin/frame/sendByKeys.ts'
import { useUnsaved } from '#admin/frame/session/useUnsaved.ts'
import { useCount } from '#admin/home/useCount.ts'
import { useWords } from '#admin/language/words.ts'
import { holds } from '#admin/provider/auth.ts'
import type { Me, RedressProvider } from '#admin/provider/contract.ts'
import type { FollowUp } from '#shared/entities/followUp.ts'
import type { Patient } from '#shared/entities/patient.ts'
import { type FollowUpOutcome, isToldInWords, outcomesOf } from '#shared/rules/follow-ups/completion.ts'

interface OutcomeFormProps {
  readonly call: FollowUp
  readonly me: Me
  readonly ended: () => void
}

/** How the talk went, in a press and a few words; what follows from it is said before it is saved. */
export function OutcomeForm({ call, me, ended }: OutcomeFormProps) {
  const words = useWords()
  const { t, field } = words
  const provider = useDataProvider<RedressProvider>()
  const notify = useNotify()
  const [outcome, setOutcome] = useState<FollowUpOutcome>()
  const [texts, setTexts] = useState({ concerns: '', recoveryNote: '', interest: '' })
  const [isBusy, setBusy] = useState(false)
  const [refusal, setRefusal] = useState<string>()
  useUnsaved(!isBusy && Object.values(texts).some((each) => each.trim() !== ''))
  const mayNoteInterest = useMayNoteInterest(call, me)
  const isGood = outcome !== undefined && !isToldInWords(outcome) && outcome !== 'unsatisfied'
  const save = async (event: FormEvent) => {
    event.preventDefault()
    if (!outcome) return setRefusal(t('calls.chooseOutcome'))
    setBusy(true)
    setRefusal(undefined)
    const { interest, ...said } = texts
    const written = Object.entries({ ...said, ...(isGood && { interest }) }).filter(([, text]) => text.trim() !== '')
    try {
      await provider.act('follow-ups', call.id, 'complete', { outcome, ...Object.fromEntries(written) }, call.version)
      notify(words.value('follow-ups', 'outcome', outcome), { type: 'success' })
      ended()
    } catch (error) {
      setRefusal(words.failure(error))
      setBusy(false)
    }
    return undefined
  }
  const text = (name: keyof typeof texts, isRequired = false) => (
    <TextField
      label={field('follow-ups', name)}
      value={texts[name]}
      required={isRequired}
      multiline={name !== 'interest'}
      minRows={name === 'interest' ? undefined : 2}
      onChange={({ target }) => setTexts({ ...texts, [name]: target.value })}
      slotProps={{ htmlInput: { maxLength: name === 'interest' ? 500 : 2000, dir: 'auto' } }}
    />
  )
  return (
    <Stack component="form" spacing={1.5} onSubmit={save} onKeyDown={sendByKeys}>
      <Typography variant="h3" id="outcome-title">
        {t('calls.outcome')}
      </Typography>
      <Stack direction="row" spacing={1} role="group" aria-labelledby="outcome-title" sx={{ flexWrap: 'wrap' }}>
        {outcomesOf(call.kind).map((each, index) => (
          <ToggleButton
            key={each}
            value={each}
            color="primary"
            selected={each === outcome}
            autoFocus={index === 0}
            onChange={() => setOutcome(each)}
            sx={{ minHeight: 44, textTransform: 'none' }}
          >
            {words.value('follow-ups', 'outcome', each)}
          </ToggleButton>
        ))}
      </Stack>
      {outcome && followsFrom(outcome, call) && (
        <Alert severity="info">{t(`calls.follows.${followsFrom(outcome, call)}`)}</Alert>
      )}
      {text('concerns', isToldInWords(outcome))}
      {text('recoveryNote')}
      {mayNoteInterest && isGood && text('interest')}
      {refusal && <Alert severity="error">{refusal}</Alert>}
      <Button type="submit" variant="contained" disabled={isBusy} sx={{ alignSelf: 'start', minHeight: 44 }}>
        {t('calls.save')}
      </Button>
    </Stack>
  )
}

/** What an outcome does beside ending the call. */
function followsFrom(outcome: FollowUpOutcome, { caseId }: FollowUp): 'reopens' | 'opens' | 'alerts' | undefined {
  if (outcome === 'unsatisfied') return caseId ? 'reopens' : undefined
  return outcome === 'complaint-raised' ? 'opens' : outcome === 'clinical-concern' ? 'alerts' : undefined
}

/** Whether further services may be spoken of: the patient agreed to it, and no case is open. */
function useMayNoteInterest({ patientId }: FollowUp, me: Me): boolean {
  const { data: patient } = useGetOne<Patient>('patients', { id: patientId })
  const open = useCount('cases', { patientId, isOpen: true })
  const isAgreed = patient?.contactConsent?.marketing?.status === 'granted'
  return isAgreed && holds(me, 'cases', 'read') && open.data?.total === 0
}
