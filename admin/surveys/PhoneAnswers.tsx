import Alert from '@mui/material/Alert'
import Button from '@mui/material/Button'
import Dialog from '@mui/material/Dialog'
import DialogContent from '@mui/material/DialogContent'
import DialogTitle from '@mui/material/DialogTitle'
import MenuItem from '@mui/material/MenuItem'
import Skeleton from '@mui/material/Skeleton'
import Stack from '@mui/material/Stack'
import TextField from '@mui/material/TextField'
import Typography from '@mui/material/Typography'
import { useState } from 'react'
import { type RaRecord, useDataProvider, useGetOne, useNotify, useRefresh } from 'react-admin'
import { DialogButtons } from '#admin/frame/DialogButtons.tsx'
import { ReadError } from '#admin/frame/ErrorBoundary.tsx'
import { useWords } from '#admin/language/words.ts'
import type { RedressProvider } from '#admin/provider/contract.ts'
import type { Survey } from '#shared/entities/survey.ts'
import { isAsked, readAnswers, textLimits } from '#shared/rules/surveys/answers.ts'
import { directionOf, type Language, languageNames } from '#shared/text/languages.ts'
import { PhoneQuestion } from './PhoneQuestion.tsx'
import { sentencesIn } from './questionOptions.ts'

/** Takes a patient's answers on the phone: the survey's questions in the patient's language, to be read out. */
export function PhoneAnswers({ invitation, close }: { invitation: RaRecord; close: () => void }) {
  const { action } = useWords()
  const { data: survey, error, refetch } = useGetOne<Survey>('surveys', { id: invitation.surveyId })
  return (
    <Dialog open onClose={close} maxWidth="md" aria-labelledby="phone-title">
      <DialogTitle id="phone-title">{action('invitations', 'answer-by-phone')}</DialogTitle>
      {survey ? (
        <AnswerForm survey={survey} invitation={invitation} close={close} />
      ) : (
        <DialogContent>
          {error ? <ReadError error={error} again={refetch} /> : <Skeleton variant="rounded" height={320} />}
        </DialogContent>
      )}
    </Dialog>
  )
}

interface AnswerFormProps {
  readonly survey: Survey
  readonly invitation: RaRecord
  readonly close: () => void
}

function AnswerForm({ survey, invitation, close }: AnswerFormProps) {
  const { t, action, field, failure } = useWords()
  const provider = useDataProvider<RedressProvider>()
  const notify = useNotify()
  const refresh = useRefresh()
  const [language, setLanguage] = useState<Language>(firstLanguage(survey, invitation.language))
  const [values, setValues] = useState<Readonly<Record<string, readonly string[]>>>({})
  const [comment, setComment] = useState('')
  const [isChecked, setChecked] = useState(false)
  const [isBusy, setBusy] = useState(false)
  const [refusal, setRefusal] = useState<string>()
  const { answers, mistakes } = readAnswers(survey.questions, values)
  const hasMistakes = Object.keys(mistakes).length > 0
  const { page } = sentencesIn(language)
  const save = async () => {
    setChecked(true)
    if (hasMistakes) return
    setBusy(true)
    try {
      const body = { answers, language, ...(comment.trim() && { comment: comment.trim() }) }
      await provider.act('invitations', invitation.id, 'answer-by-phone', body, invitation.version)
      notify(t('steps.done', { action: action('invitations', 'answer-by-phone') }), { type: 'success' })
      close()
      refresh()
    } catch (error) {
      setRefusal(failure(error))
      setBusy(false)
    }
  }
  return (
    <>
      <DialogContent>
        <Stack spacing={2.5}>
          <Typography variant="body2" color="textSecondary">
            {t('phone.why')}
          </Typography>
          <TextField
            select
            label={field('invitations', 'language')}
            value={language}
            onChange={({ target }) => setLanguage(target.value as Language)}
            sx={{ maxWidth: 240 }}
          >
            {survey.languages.map((each) => (
              <MenuItem key={each} value={each} lang={each}>
                {languageNames[each]}
              </MenuItem>
            ))}
          </TextField>
          <Stack component="ol" className="plain" spacing={2.5} lang={language} dir={directionOf(language)}>
            {survey.questions
              .filter((question) => isAsked(question, answers))
              .map((question) => (
                <li key={question.qid}>
                  <PhoneQuestion
                    question={question}
                    language={language}
                    values={values[question.qid] ?? []}
                    mistake={isChecked ? mistakes[question.qid] : undefined}
                    change={(to) => setValues({ ...values, [question.qid]: to })}
                  />
                </li>
              ))}
            <li>
              <Typography id="phone-comment" sx={{ fontWeight: 'bold' }}>
                {page.comment}
              </Typography>
              <TextField
                multiline
                minRows={2}
                helperText={page.commentHint}
                value={comment}
                onChange={({ target }) => setComment(target.value)}
                slotProps={{
                  formHelperText: { sx: { mx: 0, textAlign: 'start' } },
                  htmlInput: { dir: 'auto', maxLength: textLimits.comment, 'aria-labelledby': 'phone-comment' },
                }}
                sx={{ mt: 0.5 }}
              />
            </li>
          </Stack>
          {isChecked && hasMistakes && (
            <Alert severity="error">{t('phone.mistakes', { smart_count: Object.keys(mistakes).length })}</Alert>
          )}
          {refusal && <Alert severity="error">{refusal}</Alert>}
        </Stack>
      </DialogContent>
      <DialogButtons close={close}>
        <Button variant="contained" disabled={isBusy} onClick={() => void save()}>
          {t('phone.save')}
        </Button>
      </DialogButtons>
    </>
  )
}

/** The language to begin with: the patient's own where the survey has it, else the survey's first. */
export const firstLanguage = ({ languages }: Pick<Survey, 'languages'>, own: unknown): Language =>
  languages.find((each) => each === own) ?? languages[0] ?? 'en'
