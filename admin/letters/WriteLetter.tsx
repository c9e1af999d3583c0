import Alert from '@mui/material/Alert'
import Box from '@mui/material/Box'
import Dialog from '@mui/material/Dialog'
import DialogContent from '@mui/material/DialogContent'
import DialogTitle from '@mui/material/DialogTitle'
import { useEffect, useState } from 'react'
import { Form, type RaRecord, useDataProvider, useGetOne, useNotify, useRefresh } from 'react-admin'
import { useFormContext, useWatch } from 'react-hook-form'
import { Submit } from '#admin/actions/ActionDialog.tsx'
import { Input } from '#admin/entity/Input.tsx'
import { DialogButtons } from '#admin/frame/DialogButtons.tsx'
import { sendByKeys } from '#admin/frame/sendByKeys.ts'
import { useWords } from '#admin/language/words.ts'
import type { RedressProvider } from '#admin/provider/contract.ts'
import { problemOf } from '#admin/provider/http.ts'
import { filledIn } from '#admin/provider/patch.ts'
import { Letter } from '#shared/entities/letter.ts'
import type { Patient } from '#shared/entities/patient.ts'
import type { SiteProfile } from '#shared/entities/siteProfile.ts'
import { isSurveyLanguage } from '#shared/text/languages.ts'
import { draftOf, kindsAt } from './letterDraft.ts'

interface WriteLetterProps {
  readonly record: RaRecord
  readonly profile: SiteProfile | undefined
  readonly close: () => void
}

/** Writes a letter about a case, in the patient's language, and begins it with the text of the site. */
export function WriteLetter(props: WriteLetterProps) {
  // The language of the patient is the letter's, so the form waits for it.
  const { data: patient, isPending } = useGetOne<Patient>('patients', { id: props.record.patientId })
  return isPending ? null : <LetterForm {...props} patient={patient} />
}

function LetterForm({ record, profile, close, patient }: WriteLetterProps & { patient: Patient | undefined }) {
  const { t, failure } = useWords()
  const provider = useDataProvider<RedressProvider>()
  const notify = useNotify()
  const refresh = useRefresh()
  const [refusal, setRefusal] = useState<string>()
  // The values of the first rendering: defaults that change would reset the form while somebody types.
  const [defaults] = useState(() => {
    const [kind = 'extension-notice'] = kindsAt(profile)
    const language = isSurveyLanguage(patient?.language) ? patient.language : 'en'
    return { kind, language, body: draftOf(profile, kind, language) }
  })
  const save = async (values: object) => {
    try {
      await provider.create('letters', { data: { ...filledIn(values), caseId: record.id } })
      notify(t('letter.kept'), { type: 'success' })
      close()
      refresh()
      return undefined
    } catch (error) {
      setRefusal(failure(error))
      return problemOf(error)?.errors
    }
  }
  return (
    <Dialog open onClose={close} maxWidth="md" fullWidth aria-labelledby="letter-title" onKeyDown={sendByKeys}>
      <Form record={{}} defaultValues={defaults} onSubmit={save}>
        <DialogTitle id="letter-title">{t('letter.write')}</DialogTitle>
        <DialogContent>
          <LetterInputs profile={profile} first={defaults.body} />
          {refusal && (
            <Alert severity="error" sx={{ mt: 1 }}>
              {refusal}
            </Alert>
          )}
        </DialogContent>
        <DialogButtons close={close}>
          <Submit label={t('form.save')} />
        </DialogButtons>
      </Form>
    </Dialog>
  )
}

/** The fields of a letter; its text follows the kind and the language until somebody writes in it. */
function LetterInputs({ profile, first }: { profile: SiteProfile | undefined; first: string }) {
  const { t } = useWords()
  const { getValues, setValue } = useFormContext()
  const [kind, language] = useWatch({ name: ['kind', 'language'] })
  const [drafted, setDrafted] = useState(first)
  const draft = draftOf(profile, kind, language)
  useEffect(() => {
    if (draft === drafted || (getValues('body') ?? '') !== drafted) return
    setValue('body', draft)
    setDrafted(draft)
  }, [draft, drafted, getValues, setValue])
  const kinds = { ...Letter.fields.kind, choices: kindsAt(profile) }
  return (
    <>
      <Input resource="letters" source="kind" field={kinds} />
      {kind === 'written-statement' && <Alert severity="info">{t('letter.exception')}</Alert>}
      <Input resource="letters" source="language" field={Letter.fields.language} />
      <Box sx={{ '& textarea': { minHeight: 200 } }}>
        <Input resource="letters" source="body" field={Letter.fields.body} autoFocus />
      </Box>
    </>
  )
}
