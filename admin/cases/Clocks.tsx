import Box from '@mui/material/Box'
import LinearProgress from '@mui/material/LinearProgress'
import Stack from '@mui/material/Stack'
import Typography from '@mui/material/Typography'
import type { RaRecord } from 'react-admin'
import { ToneText } from '#admin/entity/State.tsx'
import { limitTone } from '#admin/entity/tone.ts'
import { formatDistance, formatFully, formatInstant } from '#admin/language/format.ts'
import { useSites } from '#admin/language/Sites.tsx'
import { useWords } from '#admin/language/words.ts'
import { isOver, type Tone } from '#shared/declaration/lifecycle.ts'
import { caseLife } from '#shared/entities/case.ts'

interface ClockRow {
  readonly label: string
  readonly dueAt?: string
  readonly endedAt?: string
  readonly isOver?: boolean
}

/** The clocks of a case: the first answer and the full one, how much is used up and what is left. */
export function Clocks({ record }: { record: RaRecord }) {
  const { t } = useWords()
  const clocks: ClockRow[] = [
    {
      label: t('case.acknowledge'),
      dueAt: record.acknowledgeDueAt,
      endedAt: record.acknowledgedAt,
      isOver: isOver(caseLife, record),
    },
    {
      label: t('case.respond'),
      dueAt: record.responseDueAt,
      endedAt: record.resolvedAt,
      isOver: isOver(caseLife, record),
    },
  ]
  return (
    <Stack spacing={2}>
      {clocks.map((clock) => clock.dueAt && <Clock key={clock.label} {...clock} dueAt={clock.dueAt} record={record} />)}
      {record.pausedAt && <ToneText tone="near">{t('case.paused')}</ToneText>}
    </Stack>
  )
}

function Clock({
  label,
  dueAt,
  endedAt,
  isOver: over = false,
  record,
}: ClockRow & { dueAt: string; record: RaRecord }) {
  const { t, locale } = useWords()
  const zone = useSites().zoneOf(record.siteId)
  const start = Date.parse(record.receivedAt)
  const until = endedAt ? Date.parse(endedAt) : Date.now()
  const share = Math.min(1, Math.max(0, (until - start) / Math.max(1, Date.parse(dueAt) - start)))
  const wasLate = endedAt !== undefined && endedAt > dueAt
  const tone: Tone = endedAt ? (wasLate ? 'past' : 'done') : limitTone(dueAt, over)
  const word = endedAt ? t(wasLate ? 'case.late' : 'case.reached') : formatDistance(dueAt, locale)
  return (
    <Box>
      <Stack direction="row" spacing={1} sx={{ justifyContent: 'space-between', typography: 'body2' }}>
        <span>{label}</span>
        <ToneText tone={tone}>{word}</ToneText>
      </Stack>
      <LinearProgress
        variant="determinate"
        value={share * 100}
        color={tone === 'past' ? 'error' : tone === 'near' ? 'warning' : tone === 'done' ? 'success' : 'primary'}
        aria-label={label}
        sx={{ my: 0.5, height: 6, borderRadius: 3 }}
      />
      <Typography
        component="time"
        variant="caption"
        color="textSecondary"
        dateTime={dueAt}
        title={formatFully(dueAt, zone, locale)}
      >
        {formatInstant(dueAt, zone, locale)}
      </Typography>
    </Box>
  )
}
