import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { lazy, Suspense } from 'react'
import type { RaRecord } from 'react-admin'
import { Link } from 'react-router-dom'
import { Actions } from '#admin/actions/Actions.tsx'
import { saidOf } from '#admin/entity/declaredFields.ts'
import { FieldList, type ShownProps } from '#admin/entity/FieldList.tsx'
import { History } from '#admin/entity/History.tsx'
import { NestedList } from '#admin/entity/NestedList.tsx'
import { State } from '#admin/entity/State.tsx'
import { Column, Columns, Nothing, Page, Section } from '#admin/frame/Page.tsx'
import { useWords } from '#admin/language/words.ts'
import { holds } from '#admin/provider/auth.ts'
import { Survey } from '#shared/entities/survey.ts'

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
  return <FieldList page={SurveyPage} />
}

function SurveyPage({ record, me }: ShownProps) {
  const words = useWords()
  const { t } = words
  const noun = words.resource('surveys', 1)
  const declared = saidOf(Survey, record, facts)
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
      beside={<State value={record.status} />}
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
            <NestedList entity={Survey} record={record} declared={declared} />
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
  const said = (texts: Record<string, string> | undefined) =>
    texts?.[words.locale] ?? texts?.en ?? Object.values(texts ?? {})[0] ?? ''
  if (questions.length === 0) return <Nothing>{words.t('survey.noQuestions')}</Nothing>
  return (
    <Box component="ol" sx={{ m: 0, paddingInlineStart: 3, display: 'grid', gap: 2 }}>
      {questions.map((question) => (
        <li key={question.qid}>
          <Box dir="auto" sx={{ fontWeight: 600 }}>
            {said(question.text)}
          </Box>
          <Box sx={{ color: 'text.secondary', fontSize: 13 }}>
            {[
              words.value(question.type),
              words.value(question.domain),
              ...(question.required ? [words.field('surveys', 'required')] : []),
            ].join(' · ')}
          </Box>
          {question.options && (
            <Box component="ul" sx={{ m: 0, mt: 0.5, paddingInlineStart: 2.5, fontSize: 14 }}>
              {question.options.map((option) => (
                <li key={option.code} dir="auto">
                  {said(option.label)}
                </li>
              ))}
            </Box>
          )}
        </li>
      ))}
    </Box>
  )
}

function AlertRules({ record }: { record: RaRecord }) {
  const words = useWords()
  const rules: NonNullable<Survey['alertRules']> = record.alertRules ?? []
  if (rules.length === 0) return null
  return (
    <Section title={words.t('survey.rules')}>
      <Box component="ul" sx={{ m: 0, paddingInlineStart: 2.5, fontSize: 14 }}>
        {rules.map(({ metricKey, op, value, severity, hours }) => (
          <li key={metricKey + op}>
            {words.t('survey.alert', {
              metric: words.value(metricKey),
              op: words.value(op),
              value,
              severity: words.value(severity),
              hours,
            })}
          </li>
        ))}
      </Box>
    </Section>
  )
}
