import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Stack from '@mui/material/Stack'
import Typography from '@mui/material/Typography'
import { lazy, Suspense } from 'react'
import type { RaRecord } from 'react-admin'
import { Link } from 'react-router-dom'
import { Actions } from '#admin/actions/Actions.tsx'
import { filledFields } from '#admin/entity/declaredFields.ts'
import { FieldList } from '#admin/entity/FieldList.tsx'
import { History } from '#admin/entity/History.tsx'
import { type RecordPageProps, RecordShow } from '#admin/entity/RecordShow.tsx'
import { State } from '#admin/entity/State.tsx'
import { Column, Columns, EmptyState, Page, Section } from '#admin/frame/Page.tsx'
import { useWords } from '#admin/language/words.ts'
import { holds } from '#admin/provider/auth.ts'
import { Survey } from '#shared/entities/survey.ts'
import { inLanguage } from './questionText.ts'

const Invite = lazy(() => import('./Invite.tsx').then((all) => ({ default: all.Invite })))
const facts = [
  'title',
  'languages',
  'anonymity',
  'linkDays',
  'reminderDays',
  'quarantineDays',
  'sampleRate',
  'versionNo',
  'publishedAt',
  'fromId',
]

/** A survey: its questions as patients read them, its rules, and the sending of links. */
export function SurveyShow() {
  return <RecordShow page={SurveyPage} />
}

function SurveyPage({ record, me }: RecordPageProps) {
  const words = useWords()
  const { t } = words
  const noun = words.resource('surveys', 1)
  const declared = filledFields(Survey, record, facts)
  const extras = {
    invite: {
      dialog: (close: () => void) => (
        <Suspense>
          <Invite survey={record} close={close} />
        </Suspense>
      ),
    },
  }
  const mayEdit = holds(me, 'surveys', 'update') && record.status === 'draft'
  return (
    <Page
      title={record.name}
      tab={noun}
      under="surveys"
      beside={<State entity={Survey} record={record} />}
      actions={
        <>
          <Actions entity={Survey} record={record} extras={extras} />
          <Button component={Link} to={`/survey-results/${record.id}`} variant={mayEdit ? 'outlined' : 'contained'}>
            {t('survey.results')}
          </Button>
          {mayEdit && (
            <Button component={Link} to={`/surveys/${record.id}`} variant="contained">
              {t('form.change')}
            </Button>
          )}
        </>
      }
    >
      <Columns wide="minmax(0, 2fr) minmax(280px, 1fr)">
        <Column>
          <Section title={t('survey.questions')}>
            <Questions record={record} />
          </Section>
        </Column>
        <Column>
          <Section title={t('show.details')}>
            <FieldList entity={Survey} record={record} declared={declared} />
          </Section>
          <AlertRules record={record} />
          <Section title={t('history.title')}>
            <History entity={Survey} record={record} />
          </Section>
        </Column>
      </Columns>
    </Page>
  )
}

function Questions({ record }: { record: RaRecord }) {
  const words = useWords()
  const questions: Survey['questions'] = record.questions ?? []
  if (questions.length === 0) return <EmptyState>{words.t('survey.noQuestions')}</EmptyState>
  return (
    <Stack component="ol" spacing={2} sx={{ m: 0, paddingInlineStart: 3 }}>
      {questions.map((question) => (
        <li key={question.qid}>
          <Typography dir="auto" sx={{ fontWeight: 'bold' }}>
            {inLanguage(question.text, words.locale)}
          </Typography>
          <Typography variant="caption" color="textSecondary">
            {[
              words.value('surveys', 'type', question.type),
              words.value('surveys', 'domain', question.domain),
              ...(question.required ? [words.field('surveys', 'required')] : []),
            ].join(' · ')}
          </Typography>
          {question.options && (
            <Box component="ul" sx={{ m: 0, mt: 0.5, paddingInlineStart: 2.5, typography: 'body2' }}>
              {question.options.map((option) => (
                <li key={option.code} dir="auto">
                  {inLanguage(option.label, words.locale)}
                </li>
              ))}
            </Box>
          )}
        </li>
      ))}
    </Stack>
  )
}

function AlertRules({ record }: { record: RaRecord }) {
  const words = useWords()
  const rules: NonNullable<Survey['alertRules']> = record.alertRules ?? []
  const questions: Survey['questions'] = record.questions ?? []
  if (rules.length === 0) return null
  return (
    <Section title={words.t('survey.rules')}>
      <Box component="ul" sx={{ m: 0, paddingInlineStart: 2.5, typography: 'body2' }}>
        {rules.map(({ metricKey, op, value, severity, hours }) => (
          <li key={metricKey + op}>
            {words.t('survey.alert', {
              metric:
                inLanguage(questions.find((question) => question.metricKey === metricKey)?.text, words.locale) ||
                metricKey,
              op: words.value('surveys', 'op', op),
              value,
              severity: words.value('surveys', 'severity', severity),
              hours,
            })}
          </li>
        ))}
      </Box>
    </Section>
  )
}
