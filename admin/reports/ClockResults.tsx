import Stack from '@mui/material/Stack'
import Typography from '@mui/material/Typography'
import { useWords } from '#admin/language/words.ts'
import { listAddress } from '#admin/sheet/view/listParameters.ts'
import { BarTable } from './BarTable.tsx'
import { ReportSection } from './ReportSection.tsx'
import { casesOf, type ReportScope } from './reportScope.ts'
import { countIn, useGroupCounts } from './useGroupCounts.ts'

const results = [
  ['in-time', 'done'],
  ['late', 'past'],
] as const

const limits = [
  ['acknowledgementResult', 'acknowledgementLimit'],
  ['responseResult', 'responseLimit'],
] as const

/** How the limits of the first word and of the answer were met, of all that have ended. */
export function ClockResults({ scope }: { scope: ReportScope }) {
  const words = useWords()
  const { t } = words
  const filter = casesOf(scope)
  const read = useGroupCounts('cases', { by: ['acknowledgementResult', 'responseResult'], filter })
  const groups = read.data ?? []
  const counts = limits.map(([fact, limit]) => ({
    fact,
    title: t(`reports.${limit}`),
    ended: countIn(groups, (key) => key[fact] !== null),
    rows: results.map(([result, tone]) => ({
      key: result,
      label: words.value('cases', fact, result),
      value: countIn(groups, (key) => key[fact] === result),
      to: listAddress('cases', { filter: { ...filter, [fact]: result } }),
      tone,
    })),
  }))
  return (
    <ReportSection
      title={t('reports.clocks')}
      note={t('reports.clocksWhy')}
      read={read}
      isEmpty={counts.every(({ ended }) => ended === 0)}
    >
      <Stack spacing={2}>
        {counts
          .filter(({ ended }) => ended > 0)
          .map(({ fact, title, rows }) => (
            <div key={fact}>
              <Typography variant="h3">{title}</Typography>
              <BarTable label={title} unit={words.resource('cases')} rows={rows} />
            </div>
          ))}
      </Stack>
    </ReportSection>
  )
}
