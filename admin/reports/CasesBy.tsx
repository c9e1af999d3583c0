import { useTextContext } from '#admin/entity/useTextContext.ts'
import { textOf } from '#admin/entity/valueText.ts'
import { useWords } from '#admin/language/words.ts'
import { filterOf } from '#admin/sheet/filter/comparisons.ts'
import { groupFilter, groupRows } from '#admin/sheet/groups/groupRows.ts'
import { listAddress } from '#admin/sheet/view/listParameters.ts'
import { fieldOf } from '#shared/declaration/entity.ts'
import { Case } from '#shared/entities/case.ts'
import { BarTable } from './BarTable.tsx'
import { ReportSection } from './ReportSection.tsx'
import { casesOf, type ReportScope } from './reportScope.ts'
import { useGroupCounts } from './useGroupCounts.ts'

interface CasesByProps {
  readonly scope: ReportScope
  readonly title: string
  /** The column by which cases are counted. */
  readonly column: keyof typeof Case.fields | keyof typeof Case.facts
  /** What it means that the column is empty. */
  readonly none: string
}

/** Cases by the values of one column. */
export function CasesBy({ scope, title, column, none }: CasesByProps) {
  const words = useWords()
  const context = useTextContext('cases', { siteId: scope.siteId })
  const filter = casesOf(scope)
  const read = useGroupCounts('cases', { by: [column], filter })
  const rows = groupRows(Case, column, read.data ?? [], context.currency)
  const field = fieldOf(Case, column)
  const label = (value: (typeof rows)[number]['value']) =>
    value === null || !field ? none : textOf({ name: column, field }, value, context)
  return (
    <ReportSection title={title} read={read} isEmpty={rows.length === 0}>
      <BarTable
        label={title}
        unit={words.resource('cases')}
        rows={rows.map(({ value, count }) => ({
          key: String(value),
          label: label(value),
          value: count,
          to: listAddress('cases', {
            filter: { ...filter, ...filterOf([groupFilter(Case, column, value)], undefined) },
          }),
          tone: (value !== null && field?.tones?.[String(value)]) || 'plain',
        }))}
      />
    </ReportSection>
  )
}
