import Alert from '@mui/material/Alert'
import Button from '@mui/material/Button'
import Stack from '@mui/material/Stack'
import TextField from '@mui/material/TextField'
import { useState } from 'react'
import { useDataProvider, useNotify } from 'react-admin'
import { PickerField } from '#admin/entity/PickerField.tsx'
import { Section } from '#admin/frame/Page.tsx'
import { useSites } from '#admin/language/Sites.tsx'
import { useWords } from '#admin/language/words.ts'
import type { RedressProvider } from '#admin/provider/contract.ts'
import type { FollowUp } from '#shared/entities/followUp.ts'
import { readInstant } from '#shared/values/reading/readInstant.ts'

interface ConsentFormProps {
  readonly call: FollowUp
  readonly isAgreed: boolean
  readonly agreed: () => void
  readonly ended: () => void
}

/** Asks for a visit: the call is written down, what the patient said is recorded with it, and a time is agreed. */
export function ConsentForm({ call, isAgreed, agreed, ended }: ConsentFormProps) {
  const words = useWords()
  const { t, field, failure } = words
  const zone = useSites().zoneOf(call.siteId)
  const provider = useDataProvider<RedressProvider>()
  const notify = useNotify()
  const [details, setDetails] = useState('')
  const [wall, setWall] = useState('')
  const [isBusy, setBusy] = useState(false)
  const [refusal, setRefusal] = useState<string>()
  const doing = async (work: () => Promise<unknown>) => {
    setBusy(true)
    setRefusal(undefined)
    try {
      await work()
    } catch (error) {
      setRefusal(failure(error))
    } finally {
      setBusy(false)
    }
  }
  const noAnswer = () =>
    doing(async () => {
      await provider.act('follow-ups', call.id, 'attempt', { result: 'no-answer' }, call.version)
      ended()
    })
  const record = (consentStatus: 'granted' | 'refused') =>
    doing(async () => {
      const { patientId, caseId } = call
      const about = { patientId, ...(caseId && { caseId }) }
      const talk = { ...about, kind: 'call', place: 'phone', at: new Date().toISOString(), details }
      const { data } = await provider.create('interactions', { data: talk })
      const body = { consentStatus, interactionId: data.id }
      await provider.act('follow-ups', call.id, 'record-consent', body, call.version)
      notify(words.value('follow-ups', 'consentStatus', consentStatus), { type: 'success' })
      if (consentStatus === 'granted') agreed()
      else ended()
    })
  const schedule = () =>
    doing(async () => {
      await provider.act(
        'follow-ups',
        call.id,
        'schedule',
        { visitAt: readInstant(wall, { zone, now: new Date().toISOString() }) },
        call.version,
      )
      ended()
    })
  return (
    <Section title={t('calls.consent')}>
      <Stack spacing={1.5}>
        {isAgreed ? (
          <>
            <PickerField
              type="datetime-local"
              zone={zone}
              label={field('follow-ups', 'visitAt')}
              value={wall}
              change={setWall}
              sx={{ maxWidth: 280 }}
            />
            <Button
              variant="contained"
              disabled={isBusy || !wall}
              onClick={() => void schedule()}
              sx={{ alignSelf: 'start', minHeight: 44 }}
            >
              {t('calls.agree')}
            </Button>
          </>
        ) : (
          <>
            <TextField
              multiline
              minRows={2}
              required
              label={field('interactions', 'details')}
              value={details}
              onChange={({ target }) => setDetails(target.value)}
              slotProps={{ htmlInput: { dir: 'auto', maxLength: 4000 } }}
            />
            <Stack direction="row" spacing={1} sx={{ flexWrap: 'wrap', '& > button': { minHeight: 44 } }}>
              <Button variant="contained" disabled={isBusy || !details.trim()} onClick={() => void record('granted')}>
                {words.value('follow-ups', 'consentStatus', 'granted')}
              </Button>
              <Button variant="outlined" disabled={isBusy || !details.trim()} onClick={() => void record('refused')}>
                {words.value('follow-ups', 'consentStatus', 'refused')}
              </Button>
              <Button color="secondary" disabled={isBusy} onClick={() => void noAnswer()}>
                {words.value('follow-ups', 'result', 'no-answer')}
              </Button>
            </Stack>
          </>
        )}
        {refusal && <Alert severity="error">{refusal}</Alert>}
      </Stack>
    </Section>
  )
}
