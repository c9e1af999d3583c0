import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Skeleton from '@mui/material/Skeleton'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useDataProvider, useGetOne, usePermissions } from 'react-admin'
import { Link, useNavigate, useParams } from 'react-router-dom'
import { EmptyPage } from '#admin/frame/EmptyPage.tsx'
import { ReadError } from '#admin/frame/ErrorBoundary.tsx'
import { Columns, EmptyState, Page, Section } from '#admin/frame/Page.tsx'
import { Select } from '#admin/frame/Select.tsx'
import { useWords } from '#admin/language/words.ts'
import { holds } from '#admin/provider/auth.ts'
import type { Me, RedressProvider } from '#admin/provider/contract.ts'
import type { StatisticsRow } from '#shared/api/surveys.ts'
import type { Survey } from '#shared/entities/survey.ts'
import { CellTable } from './CellTable.tsx'
import { divisions, months } from './cells.ts'
import { Headline } from './Headline.tsx'
import { WeakPoints } from './WeakPoints.tsx'

/** What patients answered: the headline with its interval, every cell with its count, and the weak points. */
export function Results() {
  const { t, value, term } = useWords()
  const navigate = useNavigate()
  const provider = useDataProvider<RedressProvider>()
  const { permissions: me } = usePermissions<Me>()
  const mayReadAnswers = me !== undefined && holds(me, 'responses', 'read')
  const [period = '', setPeriod] = useState(months()[0])
  const [by, setBy] = useState('department')
  const surveys = useQuery({
    queryKey: ['surveys', 'published'],
    queryFn: async ({ signal }) =>
      (await provider.page('surveys', { filter: { status_eq_any: ['published', 'retired'] }, limit: 100, signal }))
        .rows,
  })
  const newest = useQuery({
    queryKey: ['responses', 'newest'],
    queryFn: async ({ signal }) =>
      (await provider.page('responses', { filter: {}, limit: 1, signal })).rows[0]?.surveyId ?? '',
    enabled: mayReadAnswers,
  })
  // The survey that was answered last is the one people come for.
  const surveyId = useParams().surveyId ?? (newest.isLoading ? undefined : newest.data || surveys.data?.[0]?.id)
  const { data: survey } = useGetOne<Survey>('surveys', { id: String(surveyId ?? '') }, { enabled: Boolean(surveyId) })
  const all = useCells(surveyId, period, 'all')
  const divided = useCells(surveyId, period, by)
  const error = surveys.error ?? all.error ?? divided.error
  if (surveys.data?.length === 0)
    return (
      <EmptyPage title={t('results.title')} why={t('results.noSurvey')} to="/surveys" label={t('survey.questions')} />
    )
  const wordOf = (label: string) =>
    by === 'department'
      ? term('departments', label)
      : by === 'mode' || by === 'language'
        ? value('responses', by, label)
        : label
  const isEmpty = all.data?.every(({ n, suppressed }) => !n && !suppressed) ?? false
  return (
    <Page
      title={t('results.title')}
      actions={
        surveyId && (
          <Button component={Link} to={`/surveys/${surveyId}/show`} variant="outlined">
            {t('survey.invite')}
          </Button>
        )
      }
    >
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 2, mb: 2 }}>
        <Select
          label={t('results.survey')}
          value={String(surveyId ?? '')}
          change={(id) => navigate(`/survey-results/${id}`)}
          options={(surveys.data ?? []).map(({ id, name }) => ({ value: String(id), label: name }))}
          width={280}
        />
        <Select
          label={t('results.period')}
          width={160}
          value={period}
          change={setPeriod}
          options={months().map((month) => ({ value: month, label: month }))}
        />
        <Select
          label={t('results.by')}
          width={160}
          value={by}
          change={setBy}
          options={divisions.map((each) => ({ value: each, label: t(`results.${each}`) }))}
        />
      </Box>
      {error && <ReadError error={error} />}
      {all.isPending && !error && <Skeleton variant="rounded" height={280} />}
      {isEmpty && <EmptyState>{t('results.none')}</EmptyState>}
      {all.data && !isEmpty && survey && (
        <Columns wide="repeat(2, minmax(0, 1fr))">
          <Section title={t('results.headline')}>
            <Headline rows={all.data} survey={survey} />
          </Section>
          <Section title={t('results.weak')}>
            <WeakPoints rows={[...(divided.data ?? []), ...all.data]} survey={survey} wordOf={wordOf} />
          </Section>
          <Box sx={{ gridColumn: '1 / -1', minWidth: 0 }}>
            <Section title={t('results.table')}>
              {divided.data ? (
                <CellTable rows={divided.data} survey={survey} wordOf={wordOf} />
              ) : (
                <Skeleton variant="rounded" height={200} />
              )}
            </Section>
          </Box>
        </Columns>
      )}
    </Page>
  )
}

function useCells(surveyId: unknown, period: string, by: string) {
  const provider = useDataProvider<RedressProvider>()
  return useQuery({
    queryKey: ['survey-stats', surveyId, period, by],
    queryFn: async () => (await provider.surveyStats({ surveyId, period, by })) as StatisticsRow[],
    enabled: Boolean(surveyId),
  })
}
