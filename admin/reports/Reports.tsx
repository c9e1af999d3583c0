import PrintOutlined from '@mui/icons-material/PrintOutlined'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Stack from '@mui/material/Stack'
import Typography from '@mui/material/Typography'
import { usePermissions } from 'react-admin'
import { useSearchParams } from 'react-router-dom'
import { NotFound } from '#admin/frame/NotFound.tsx'
import { Page } from '#admin/frame/Page.tsx'
import { formatLongTime } from '#admin/language/format.ts'
import { useSites } from '#admin/language/Sites.tsx'
import { useWords } from '#admin/language/words.ts'
import type { Me } from '#admin/provider/contract.ts'
import { dayOf, wallAt } from '#shared/values/zonedTime.ts'
import { CallsByOfficer } from './CallsByOfficer.tsx'
import { CasesBy } from './CasesBy.tsx'
import { Causes } from './Causes.tsx'
import { ClockResults } from './ClockResults.tsx'
import { ConcededByFault, ConcededByRemedy } from './Conceded.tsx'
import { Highlights } from './Highlights.tsx'
import { PromisesKept } from './PromisesKept.tsx'
import { ReportControls } from './ReportControls.tsx'
import { queryOfScope, readScope, reportReaders } from './reportScope.ts'
import { Trend } from './Trend.tsx'

/** What complaints were about, how they were answered and what they cost: every number leads to the records behind it. */
export function Reports() {
  const words = useWords()
  const { t, locale } = words
  const { zoneOf, nameOf } = useSites()
  const { permissions: me } = usePermissions<Me>()
  const [query, setQuery] = useSearchParams()
  if (!me) return null
  if (!me.roles.some((role) => reportReaders.includes(role))) return <NotFound />
  const scope = readScope(query, dayOf(wallAt(zoneOf(query.get('site')), Date.now())))
  const long = (day: string) => formatLongTime(day, 'UTC', locale)
  const about = [
    t('reports.between', { from: long(scope.from), to: long(scope.to) }),
    nameOf(scope.siteId),
    scope.serviceLine && words.term('service-lines', scope.serviceLine),
  ]
  const notYet = t('reports.notFound')
  return (
    <Page
      title={t('reports.title')}
      beside={
        <Typography variant="body2" color="textSecondary">
          {about.filter(Boolean).join(' · ')}
        </Typography>
      }
      actions={
        <Button variant="outlined" startIcon={<PrintOutlined />} onClick={() => window.print()}>
          {t('reports.print')}
        </Button>
      }
    >
      <Box sx={{ '@media print': { display: 'none' } }}>
        <ReportControls
          scope={scope}
          change={(next) => setQuery(queryOfScope(next), { replace: true })}
          siteIds={me.isGlobal ? undefined : me.siteIds}
        />
      </Box>
      <Highlights scope={scope} />
      <Box sx={multiples}>
        <CasesBy scope={scope} title={t('reports.byStatus')} column="status" none="" />
        <CasesBy scope={scope} title={t('reports.bySeverity')} column="severity" none={notYet} />
        <CasesBy scope={scope} title={t('reports.byLine')} column="serviceLine" none={t('reports.noLine')} />
        <CasesBy scope={scope} title={t('reports.bySubject')} column="mainSubject" none={t('reports.noSubject')} />
        <CasesBy scope={scope} title={t('reports.byFault')} column="faultClass" none={notYet} />
        <CasesBy scope={scope} title={t('reports.byCause')} column="cause" none={notYet} />
        <ClockResults scope={scope} />
        <PromisesKept scope={scope} />
        <ConcededByRemedy scope={scope} />
        <ConcededByFault scope={scope} />
        <CallsByOfficer scope={scope} />
      </Box>
      <Stack spacing={2}>
        <Trend scope={scope} />
        <Causes scope={scope} />
      </Stack>
    </Page>
  )
}

// Columns are filled one after the other, so that a short card leaves no hole.
const multiples = {
  columnWidth: 340,
  columnGap: 2,
  mb: 2,
  '& > *': { mb: 2 },
  '@media print': { columns: 2 },
} as const
