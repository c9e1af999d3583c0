import ChevronLeft from '@mui/icons-material/ChevronLeft'
import ChevronRight from '@mui/icons-material/ChevronRight'
import Button from '@mui/material/Button'
import IconButton from '@mui/material/IconButton'
import Skeleton from '@mui/material/Skeleton'
import Stack from '@mui/material/Stack'
import Typography from '@mui/material/Typography'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useDataProvider, useNotify, usePermissions } from 'react-admin'
import { useSearchParams } from 'react-router-dom'
import { ReadError } from '#admin/frame/ErrorBoundary.tsx'
import { EmptyState, Page, Section } from '#admin/frame/Page.tsx'
import { Select } from '#admin/frame/Select.tsx'
import { saveText } from '#admin/jobs/save.ts'
import { formatDay } from '#admin/language/format.ts'
import { useSites } from '#admin/language/Sites.tsx'
import { useWords } from '#admin/language/words.ts'
import type { Me, RedressProvider } from '#admin/provider/contract.ts'
import { dayAfter } from '#shared/rules/follow-ups/contactDays.ts'
import { weekOf } from '#shared/rules/follow-ups/weeks.ts'
import { WeekTable } from './WeekTable.tsx'

/** What the follow-ups of a week at a site came to, by person, with its table for spreadsheets. */
export function WeekSummaryPage() {
  const { t, field, failure, locale, direction } = useWords()
  const { sites } = useSites()
  const { permissions: me } = usePermissions<Me>()
  const provider = useDataProvider<RedressProvider>()
  const notify = useNotify()
  const [search, setSearch] = useSearchParams()
  const own = sites.filter(({ id }) => me?.siteIds.includes(id))
  const possible = own.length > 0 && !me?.roles.some((role) => role === 'director' || role === 'admin') ? own : sites
  const siteId = search.get('siteId') ?? possible[0]?.id ?? ''
  const week = search.get('week') ?? undefined
  const request = { siteId, ...(week && { week }) }
  const { data, error, isPending, refetch } = useQuery({
    queryKey: ['follow-ups', 'week', request],
    queryFn: ({ signal }) => provider.followUpWeek(request, signal),
    enabled: siteId !== '',
    placeholderData: keepPreviousData,
  })
  const go = (days: number) => data && setSearch({ siteId, week: weekOf(dayAfter(data.from, days)) })
  const download = () =>
    provider
      .followUpTable(request)
      .then((text) => saveText(`follow-ups-${data?.week ?? ''}.csv`, text))
      .catch((fault: unknown) => notify(failure(fault), { type: 'error' }))
  const [Back, Next] = direction === 'rtl' ? [ChevronRight, ChevronLeft] : [ChevronLeft, ChevronRight]
  return (
    <Page
      title={t('weeks.title')}
      under="follow-ups"
      actions={
        <Button variant="outlined" disabled={!data} onClick={() => void download()}>
          {t('weeks.csv')}
        </Button>
      }
    >
      <Stack direction="row" spacing={2} sx={{ flexWrap: 'wrap', alignItems: 'center', mb: 2 }}>
        {possible.length > 1 && (
          <Select
            label={field('follow-ups', 'siteId')}
            width={220}
            value={siteId}
            change={(id) => setSearch({ siteId: id, ...(week && { week }) })}
            options={possible.map(({ id, name }) => ({ value: id, label: name }))}
          />
        )}
        <IconButton aria-label={t('weeks.before')} onClick={() => go(-7)}>
          <Back />
        </IconButton>
        <Typography component="h2" variant="h2" aria-live="polite">
          {data && `${data.week} · ${formatDay(data.from, locale)} – ${formatDay(data.to, locale)}`}
        </Typography>
        <IconButton aria-label={t('weeks.after')} onClick={() => go(7)}>
          <Next />
        </IconButton>
      </Stack>
      <Section title={t('weeks.byPerson')}>
        {error && <ReadError error={error} again={refetch} />}
        {isPending && siteId !== '' && <Skeleton variant="rounded" height={160} />}
        {data?.rows.length === 0 && <EmptyState>{t('weeks.none')}</EmptyState>}
        {data && data.rows.length > 0 && <WeekTable summary={data} />}
      </Section>
    </Page>
  )
}
