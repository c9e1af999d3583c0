import { useWords } from '#admin/language/words.ts'
import { listAddress } from '#admin/sheet/view/listParameters.ts'
import { BarTable } from './BarTable.tsx'
import { ReportSection } from './ReportSection.tsx'
import { filterOfScope, type ReportScope } from './reportScope.ts'
import { countIn, useGroupCounts } from './useGroupCounts.ts'

/** What became of the promises that were due in the period. */
export function PromisesKept({ scope }: { scope: ReportScope }) {
  const words = useWords()
  const { t } = words
  const filter = filterOfScope(scope, 'dueAt')
  const read = useGroupCounts('promises', { by: ['status', 'isKeptInTime'], filter })
  const groups = read.data ?? []
  const rows = [
    { key: 'inTime', own: { status: 'kept', isKeptInTime: true }, tone: 'done' as const },
    { key: 'late', own: { status: 'kept', isKeptInTime: false }, tone: 'near' as const },
    { key: 'broken', own: { status: 'broken' }, tone: 'past' as const },
    { key: 'open', own: { status: 'open' }, tone: 'plain' as const },
  ].map(({ key, own, tone }) => ({
    key,
    label: t(`reports.promises.${key}`),
    value: countIn(groups, (group) => Object.entries(own).every(([name, value]) => group[name] === value)),
    to: listAddress('promises', { filter: { ...filter, ...own } }),
    tone,
  }))
  return (
    <ReportSection
      title={t('reports.promises.card')}
      note={t('reports.promises.why')}
      read={read}
      isEmpty={rows.every(({ value }) => value === 0)}
    >
      <BarTable label={t('reports.promises.card')} unit={words.resource('promises')} rows={rows} />
    </ReportSection>
  )
}
