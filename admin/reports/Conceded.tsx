import Stack from '@mui/material/Stack'
import Typography from '@mui/material/Typography'
import { useTextContext } from '#admin/entity/useTextContext.ts'
import { formatMoney } from '#admin/language/format.ts'
import { useSites } from '#admin/language/Sites.tsx'
import { useWords } from '#admin/language/words.ts'
import { listAddress } from '#admin/sheet/view/listParameters.ts'
import type { RecordValues } from '#shared/declaration/entity.ts'
import { BarTable } from './BarTable.tsx'
import { moneyRows } from './moneyRows.ts'
import { ReportSection } from './ReportSection.tsx'
import { casesOf, filterOfScope, type ReportScope } from './reportScope.ts'
import { useGroupCounts } from './useGroupCounts.ts'

/** Money given by offers that were carried out in the period, by remedy. */
export function ConcededByRemedy({ scope }: { scope: ReportScope }) {
  const filter = { ...filterOfScope(scope, 'fulfilledAt'), status: 'fulfilled' }
  return <Conceded scope={scope} resource="offers" by="remedy" sum="amountMinor" filter={filter} />
}

/** Money given for the cases of the period, by whose fault it was. */
export function ConcededByFault({ scope }: { scope: ReportScope }) {
  const filter = { ...casesOf(scope), concededMinor_gt: 0 }
  return <Conceded scope={scope} resource="cases" by="faultClass" sum="concededMinor" filter={filter} />
}

interface ConcededProps {
  readonly scope: ReportScope
  readonly resource: string
  readonly by: string
  readonly sum: string
  readonly filter: RecordValues
}

/** Sums by a column, the largest first; amounts of different currencies stand apart. */
function Conceded({ scope, resource, by, sum, filter }: ConcededProps) {
  const words = useWords()
  const { t, locale } = words
  const sites = useSites()
  const { currency: usual } = useTextContext(resource, { siteId: scope.siteId })
  const read = useGroupCounts(resource, { by: [by], sum: [sum], filter })
  const currencies = moneyRows(read.data ?? [], by, sum, usual)
  const title = t(`reports.conceded.${by}`)
  return (
    <ReportSection title={title} note={t(`reports.concededWhy.${by}`)} read={read} isEmpty={currencies.length === 0}>
      <Stack spacing={2}>
        {currencies.map(({ currency, rows }) => (
          <div key={currency}>
            {(currencies.length > 1 || sites.sites.length > 1) && <Typography variant="h3">{currency}</Typography>}
            <BarTable
              label={`${title}, ${currency}`}
              unit={currency}
              rows={rows.map(({ value, minor, own }) => ({
                key: JSON.stringify(own),
                label: value === null ? t('reports.notFound') : words.value(resource, by, value),
                value: minor,
                text: formatMoney(minor, currency, locale),
                to: listAddress(resource, { filter: { ...filter, ...own } }),
              }))}
            />
          </div>
        ))}
      </Stack>
    </ReportSection>
  )
}
