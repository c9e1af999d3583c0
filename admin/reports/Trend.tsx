import Box from '@mui/material/Box'
import { useTextContext } from '#admin/entity/useTextContext.ts'
import { formatMoney, formatNumber, formatShare, formatShort } from '#admin/language/format.ts'
import { useWords } from '#admin/language/words.ts'
import type { Group } from '#admin/provider/contract.ts'
import { listAddress } from '#admin/sheet/view/listParameters.ts'
import { minorDigits } from '#shared/values/money.ts'
import { MonthColumns, type MonthFigure } from './MonthColumns.tsx'
import { ReportSection } from './ReportSection.tsx'
import { casesOf, filterOfScope, type ReportScope, twelveMonths, yearUpTo } from './reportScope.ts'
import { countIn, useGroupCounts } from './useGroupCounts.ts'

/** The twelve months up to the end of the period: cases, answers in time, and what was conceded in each currency. */
export function Trend({ scope }: { scope: ReportScope }) {
  const { t, locale } = useWords()
  const { currency: usual } = useTextContext('offers', { siteId: scope.siteId })
  const year = yearUpTo(scope)
  const fulfilled = { ...filterOfScope(year, 'fulfilledAt'), status: 'fulfilled' }
  const cases = useGroupCounts('cases', { by: ['receivedAt:month', 'responseResult'], filter: casesOf(year) })
  const offers = useGroupCounts('offers', { by: ['fulfilledAt:month'], sum: ['amountMinor'], filter: fulfilled })
  const groups = cases.data ?? []
  const ofMonth = (month: string, own = {}) =>
    listAddress('cases', { filter: inMonth({ ...casesOf(year), ...own }, 'receivedAt', month) })
  const received = (month: string): MonthFigure => {
    const value = countIn(groups, (key) => key['receivedAt:month'] === month)
    const text = formatNumber(value, locale)
    return { month, value, text, short: formatShort(value, locale), to: ofMonth(month) }
  }
  const inTime = (month: string): MonthFigure => {
    const count = (isMeant: (result: unknown) => boolean) =>
      countIn(groups, (key) => key['receivedAt:month'] === month && isMeant(key.responseResult))
    const ended = count((result) => result !== null)
    const value = ended > 0 ? count((result) => result === 'in-time') / ended : undefined
    const text = value === undefined ? t('reports.nothing') : formatShare(value, locale)
    const short = formatShare(Math.round((value ?? 0) * 100) / 100, locale)
    return { month, value, text, short, to: ofMonth(month, { responseResult: 'in-time' }) }
  }
  const conceded = (month: string, currency: string): MonthFigure => {
    const value = concededIn(offers.data ?? [], month, currency, usual)
    const filter = { ...inMonth(fulfilled, 'fulfilledAt', month), currency }
    const text = `${formatMoney(value, currency, locale)} ${currency}`
    const short = formatShort(value / 10 ** minorDigits(currency), locale)
    return { month, value, text, short, to: listAddress('offers', { filter }) }
  }
  const months = twelveMonths(scope.to)
  return (
    <ReportSection title={t('reports.trend')} read={cases} isEmpty={groups.length === 0}>
      <Box sx={{ display: 'grid', gap: 3, gridTemplateColumns: 'repeat(auto-fit, minmax(min(320px, 100%), 1fr))' }}>
        <MonthColumns title={t('reports.received')} months={months.map(received)} />
        <MonthColumns title={t('reports.answeredInTime')} months={months.map(inTime)} full={1} />
        {currenciesOf(offers.data ?? [], usual).map((currency) => (
          <MonthColumns
            key={currency}
            title={`${t('reports.concededMoney')}, ${currency}`}
            months={months.map((month) => conceded(month, currency))}
          />
        ))}
      </Box>
    </ReportSection>
  )
}

/** A filter for one month in the place of that between two days. */
function inMonth(filter: Readonly<Record<string, unknown>>, time: string, month: string) {
  const entries = Object.entries(filter).filter(([name]) => !name.startsWith(`${time}_`))
  return { [time]: month, ...Object.fromEntries(entries) }
}

const concededIn = (groups: readonly Group[], month: string, currency: string, usual: string): number =>
  groups
    .filter(({ key }) => key['fulfilledAt:month'] === month && (key.currency ?? usual) === currency)
    .reduce((sum, { sums }) => sum + (sums.amountMinor ?? 0), 0)

const currenciesOf = (groups: readonly Group[], usual: string): string[] => [
  ...new Set(groups.flatMap(({ key, sums }) => (sums.amountMinor ? [String(key.currency ?? usual)] : []))),
]
