import Box from '@mui/material/Box'
import LinearProgress from '@mui/material/LinearProgress'
import Stack from '@mui/material/Stack'
import Typography from '@mui/material/Typography'
import type { RaRecord } from 'react-admin'
import { ToneText } from '#admin/entity/State.tsx'
import { limitTone } from '#admin/entity/tone.ts'
import { formatDistance } from '#admin/language/format.ts'
import { InstantText } from '#admin/language/InstantText.tsx'
import { useSites } from '#admin/language/Sites.tsx'
import { useWords } from '#admin/language/words.ts'
import type { Tone } from '#shared/declaration/lifecycle.ts'
import { type CaseClock, currentClocks } from '#shared/rules/cases/caseClocks.ts'

/** The clocks of a case: how much of each is used up and what is left, and below them those of earlier rounds. */
export function Clocks({ record }: { record: RaRecord }) {
  const { t } = useWords()
  const clocks: readonly CaseClock[] = record.clocks ?? []
  const current = currentClocks(clocks)
  const earlier = clocks.filter((clock) => !current.includes(clock) && clock.ending !== 'stopped')
  return (
    <Stack spacing={2}>
      {current.map((clock) => (
        <Clock key={clock.name} clock={clock} record={record} />
      ))}
      {record.pausedAt && (
        <Typography variant="body2" component="div">
          <ToneText tone="near">{t('case.paused')}</ToneText>
        </Typography>
      )}
      {earlier.length > 0 && (
        <Box component="section" aria-label={t('case.earlierClocks')}>
          <Typography variant="caption" color="textSecondary">
            {t('case.earlierClocks')}
          </Typography>
          {earlier.map((clock) => (
            <ClockLine key={`${clock.name} ${clock.startedAt}`} clock={clock} />
          ))}
        </Box>
      )}
    </Stack>
  )
}

function Clock({ clock, record }: { clock: CaseClock; record: RaRecord }) {
  const zone = useSites().zoneOf(record.siteId)
  const { dueAt, startedAt, endedAt } = clock
  const tone = toneOf(clock)
  const label = useLabel(clock)
  if (dueAt === undefined) return <ClockLine clock={clock} />
  const start = Date.parse(startedAt)
  const until = endedAt ? Date.parse(endedAt) : Date.now()
  const share = Math.min(1, Math.max(0, (until - start) / Math.max(1, Date.parse(dueAt) - start)))
  return (
    <Box>
      <ClockLine clock={clock} />
      <LinearProgress
        variant="determinate"
        value={share * 100}
        color={tone === 'past' ? 'error' : tone === 'near' ? 'warning' : tone === 'done' ? 'success' : 'primary'}
        aria-label={label}
        sx={{ my: 0.5, height: 6, borderRadius: 3 }}
      />
      <InstantText at={dueAt} zone={zone} />
    </Box>
  )
}

/** A clock in a line: its name, and what is left, that it is paused, or how it ended. */
function ClockLine({ clock }: { clock: CaseClock }) {
  const { t, locale, value } = useWords()
  const { dueAt, ending } = clock
  const left = dueAt === undefined ? t('case.pausedShort') : formatDistance(dueAt, locale)
  return (
    <Stack direction="row" spacing={1} sx={{ justifyContent: 'space-between', typography: 'body2' }}>
      <span>{useLabel(clock)}</span>
      <ToneText tone={toneOf(clock)}>{ending ? value('cases', 'ending', ending) : left}</ToneText>
    </Stack>
  )
}

function useLabel({ name }: CaseClock): string {
  return useWords().value('cases', 'name', name)
}

const tones: Readonly<Record<NonNullable<CaseClock['ending']>, Tone>> = {
  'in-time': 'done',
  late: 'past',
  extended: 'plain',
  stopped: 'plain',
}

/** The tone of a clock: how it ended, or else how near its limit is; a paused one is waited for. */
const toneOf = ({ dueAt, ending }: CaseClock): Tone =>
  ending ? tones[ending] : dueAt === undefined ? 'near' : limitTone(dueAt, false)
