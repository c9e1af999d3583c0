import Alert from '@mui/material/Alert'
import Box from '@mui/material/Box'
import { useEffect, useState } from 'react'
import { type RaRecord, useGetOne } from 'react-admin'
import { useFormContext, useWatch } from 'react-hook-form'
import { FormDialog } from '#admin/actions/FormDialog.tsx'
import { useSaveNew } from '#admin/actions/useSaveNew.ts'
import { Input } from '#admin/entity/Input.tsx'
import { useWords } from '#admin/language/words.ts'
import { filledIn } from '#admin/provider/patch.ts'
import { Letter } from '#shared/entities/letter.ts'
import type { Patient } from '#shared/entities/patient.ts'
import type { SiteProfile } from '#shared/entities/siteProfile.ts'
import { spokenLanguage } from '#shared/text/languages.ts'
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
  const { t } = useWords()
  const { save, refusal } = useSaveNew('letters', t('letter.kept'), close)
  const [defaults] = useState(() => {
    const [kind = 'extension-notice'] = kindsAt(profile)
    const language = spokenLanguage(patient?.language)
    return { kind, language, body: draftOf(profile, kind, language) }
  })
  const send = (values: object) => save({ ...filledIn(values), caseId: record.id })
  return (
    <FormDialog title={t('letter.write')} close={close} defaults={defaults} send={send} refusal={refusal} width="md">
      <LetterInputs profile={profile} first={defaults.body} />
    </FormDialog>
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
