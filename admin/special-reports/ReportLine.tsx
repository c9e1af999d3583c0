import Button from '@mui/material/Button'
import Skeleton from '@mui/material/Skeleton'
import Stack from '@mui/material/Stack'
import Typography from '@mui/material/Typography'
import { type RaRecord, usePermissions } from 'react-admin'
import { Link } from 'react-router-dom'
import { Actions } from '#admin/actions/Actions.tsx'
import { useCaseRecords } from '#admin/cases/page/useCaseRecords.ts'
import { State, ToneText } from '#admin/entity/State.tsx'
import { limitTone } from '#admin/entity/tone.ts'
import { ReadError } from '#admin/frame/ErrorBoundary.tsx'
import { EmptyState, Section } from '#admin/frame/Page.tsx'
import { formatDistance, formatFully, formatNumber } from '#admin/language/format.ts'
import { useSites } from '#admin/language/Sites.tsx'
import { useWords } from '#admin/language/words.ts'
import { holds } from '#admin/provider/auth.ts'
import type { Me } from '#admin/provider/contract.ts'
import { listAddress } from '#admin/sheet/view/listParameters.ts'
import { reportParts, SpecialReport } from '#shared/entities/specialReport.ts'
import { isErasedText } from '#shared/values/erasedText.ts'

/** The special report of a major case: how far it got, until when it is due, and the way to it; nothing of a routine case. */
export function ReportLine({ record }: { record: RaRecord }) {
  const { t } = useWords()
  const { permissions: me } = usePermissions<Me>()
  const [read] = useCaseRecords(record, ['special-reports'])
  if (record.severity !== 'major' || !me || !holds(me, 'special-reports', 'read')) return null
  const [report] = (read?.data ?? []) as (SpecialReport & RaRecord)[]
  const mayWrite = holds(me, 'special-reports', 'update') && !isErasedText(record.patientName)
  return (
    <Section
      title={t('specialReport.title')}
      actions={
        holds(me, 'accountability-notes', 'read') && (
          <Button
            component={Link}
            to={listAddress('accountability-notes', { filter: { caseId: record.id } })}
            color="secondary"
          >
            {t('specialReport.notes')}
          </Button>
        )
      }
    >
      {read?.error && <ReadError error={read.error} again={read.refetch} />}
      {read?.isPending && <Skeleton variant="rounded" height={72} />}
      {read?.data && !report && <EmptyState>{t('specialReport.none')}</EmptyState>}
      {report && <ReportState report={report} mayWrite={mayWrite} />}
    </Section>
  )
}

interface ReportStateProps {
  readonly report: SpecialReport & RaRecord
  /** Whether it is written here, which it is not where the patient was erased. */
  readonly mayWrite: boolean
}

/** How far a report got: its state, its time, how many of its parts are written, and what can be done. */
export function ReportState({ report, mayWrite }: ReportStateProps) {
  const { t, locale, shown } = useWords()
  const zone = useSites().zoneOf(report.siteId)
  const isOpen = report.status === 'draft' || report.status === 'returned'
  const written = reportParts.filter((part) => report[part]).length
  const parts = { count: formatNumber(written, locale), all: formatNumber(reportParts.length, locale) }
  return (
    <Stack spacing={1}>
      <Stack direction="row" spacing={1.5} useFlexGap sx={{ flexWrap: 'wrap', typography: 'body2' }}>
        <State entity={SpecialReport} record={report} />
        {isOpen && report.dueAt && (
          <time dateTime={report.dueAt} title={formatFully(report.dueAt, zone, locale)}>
            <ToneText tone={limitTone(report.dueAt, false)}>
              {t('specialReport.due', { when: formatDistance(report.dueAt, locale) })}
            </ToneText>
          </time>
        )}
        <span>{t('specialReport.parts', parts)}</span>
      </Stack>
      {report.status === 'returned' && report.returnReason && (
        <Typography variant="body2" dir="auto">
          {t('specialReport.returned')} <bdi>{shown(report.returnReason)}</bdi>
        </Typography>
      )}
      <Stack direction="row" spacing={1} useFlexGap sx={{ flexWrap: 'wrap' }}>
        <Button
          component={Link}
          variant={isOpen && mayWrite && written < reportParts.length ? 'contained' : 'outlined'}
          to={isOpen && mayWrite ? `/special-reports/${report.id}` : `/special-reports/${report.id}/show`}
        >
          {t(isOpen && mayWrite ? 'specialReport.write' : 'specialReport.read')}
        </Button>
        {mayWrite && report.status !== 'accepted' && <Actions entity={SpecialReport} record={report} />}
      </Stack>
    </Stack>
  )
}
