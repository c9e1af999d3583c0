import Button from '@mui/material/Button'
import { useGetMany } from 'react-admin'
import { Link } from 'react-router-dom'
import { useWords } from '#admin/language/words.ts'
import { listAddress } from '#admin/sheet/view/listParameters.ts'
import { BarTable } from './BarTable.tsx'
import { ReportSection } from './ReportSection.tsx'
import { filterOfScope, type ReportScope } from './reportScope.ts'
import { useGroupCounts } from './useGroupCounts.ts'

/** Calls and visits that were carried out in the period, by who did them; week by week on a page of their own. */
export function CallsByOfficer({ scope }: { scope: ReportScope }) {
  const words = useWords()
  const { t } = words
  // A call belongs to a patient, whom several service lines may treat.
  const { serviceLine: _, ...whole } = scope
  const filter = { ...filterOfScope(whole, 'endedAt'), status: 'done' }
  const read = useGroupCounts('follow-ups', { by: ['endedBy'], filter })
  const groups = read.data ?? []
  const ids = groups.flatMap(({ key }) => (key.endedBy ? [String(key.endedBy)] : []))
  const { data: people = [] } = useGetMany('users', { ids, meta: { fields: ['name'] } }, { enabled: ids.length > 0 })
  const nameOf = (id: unknown) => people.find((person) => person?.id === id)?.name ?? '…'
  return (
    <ReportSection
      title={t('reports.calls')}
      note={scope.serviceLine && t('reports.allLines')}
      actions={
        <Button component={Link} to="/follow-ups/summary" color="secondary">
          {t('reports.byWeek')}
        </Button>
      }
      read={read}
      isEmpty={groups.length === 0}
    >
      <BarTable
        label={t('reports.calls')}
        unit={words.resource('follow-ups')}
        rows={groups.map(({ key: { endedBy }, count }) => ({
          key: String(endedBy),
          label: endedBy ? words.shown(nameOf(endedBy)) : t('reports.product'),
          value: count,
          to: listAddress('follow-ups', {
            filter: { ...filter, ...(endedBy ? { endedBy } : { endedBy_empty: true }) },
          }),
        }))}
      />
    </ReportSection>
  )
}
