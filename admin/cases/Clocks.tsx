import Box from '@mui/material/Box'
import LinearProgress from '@mui/material/LinearProgress'
import type { RaRecord } from 'react-admin'
import { Toned } from '#admin/entity/State.tsx'
import { isOver, limitTone, type Tone } from '#admin/entity/tone.ts'
import { formatDistance, formatFully, formatInstant } from '#admin/language/format.ts'
import { useSites } from '#admin/language/Sites.tsx'
import { useWords } from '#admin/language/words.ts'

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
      isOver: isOver(record),
    },
    { label: t('case.respond'), dueAt: record.responseDueAt, endedAt: record.resolvedAt, isOver: isOver(record) },
  ]
  return (
    <Box sx={{ display: 'grid', gap: 2 }}>
      {clocks.map((clock) => clock.dueAt && <Clock key={clock.label} {...clock} dueAt={clock.dueAt} record={record} />)}
      {record.pausedAt && <Toned tone="near">{t('case.paused')}</Toned>}
    </Box>
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
      <Box sx={{ display: 'flex', justifyContent: 'space-between', gap: 1, fontSize: 14 }}>
        <span>{label}</span>
        <Toned tone={tone}>{word}</Toned>
      </Box>
      <LinearProgress
        variant="determinate"
        value={share * 100}
        color={tone === 'past' ? 'error' : tone === 'near' ? 'warning' : tone === 'done' ? 'success' : 'primary'}
        aria-label={label}
        sx={{ my: 0.5, height: 6, borderRadius: 3 }}
      />
      <Box
        component="time"
        dateTime={dueAt}
        title={formatFully(dueAt, zone, locale)}
        sx={{ fontSize: 13, color: 'text.secondary' }}
      >
        {formatInstant(dueAt, zone, locale)}
      </Box>
    </Box>
  )
}
