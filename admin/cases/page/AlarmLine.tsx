import Typography from '@mui/material/Typography'
import { formatShare } from '#admin/language/format.ts'
import { useWords } from '#admin/language/words.ts'
import type { HistoryRow } from '#admin/provider/contract.ts'
import type { CaseClock } from '#shared/rules/cases/caseClocks.ts'

/** Which clocks an entry of a case's history gave an alarm of, and how much of their time had passed; nothing for others. */
export function AlarmLine({ entry: { action, before, after } }: { entry: HistoryRow }) {
  const words = useWords()
  if (action !== 'alarm') return null
  const percentOf = (clock: CaseClock) =>
    clocksIn(before).find(({ name, startedAt }) => name === clock.name && startedAt === clock.startedAt)?.alarmPercent
  const given = clocksIn(after).filter((clock) => clock.alarmPercent !== percentOf(clock))
  const texts = given.map(({ name, alarmPercent = 0 }) =>
    [words.value('cases', 'name', name), formatShare(alarmPercent / 100, words.locale)].join(' '),
  )
  return (
    <Typography variant="caption" component="div" color="textSecondary">
      {texts.join(' · ')}
    </Typography>
  )
}

const clocksIn = (values: HistoryRow['before']): readonly CaseClock[] => (values?.clocks as CaseClock[]) ?? []
