import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import { ToneText } from '#admin/entity/State.tsx'
import { limitTone } from '#admin/entity/tone.ts'
import { formatDistance } from '#admin/language/format.ts'
import { useWords } from '#admin/language/words.ts'
import type { Me } from '#admin/provider/contract.ts'
import { listAddress } from '#admin/sheet/view/listParameters.ts'
import type { Tone } from '#shared/declaration/lifecycle.ts'
import { Figure } from './Figure.tsx'
import { ShortList } from './ShortList.tsx'
import { useCount } from './useCount.ts'

const soonest = [['responseDueAt', 'ASC']] as const
const open = { isOpen: true }
const minute = 60_000

/** Open cases whose answer is due soonest; red past the limit, amber within a day of it. */
export function CasesNearLimit({ me }: { me: Me }) {
  const words = useWords()
  const { t, locale } = words
  // The minute that has begun, so that the same question is asked until it is over.
  const nowMs = Math.floor(Date.now() / minute) * minute
  const now = new Date(nowMs).toISOString()
  const filters = {
    open,
    overdue: { ...open, responseDueAt_lt: now },
    dueToday: { ...open, responseDueAt_gte: now, responseDueAt_lt: new Date(nowMs + 1440 * minute).toISOString() },
    mine: { ...open, ownerId: me.id },
  }
  const read = useCount('cases', open, soonest, 8)
  const counts = {
    open: read,
    overdue: useCount('cases', filters.overdue),
    dueToday: useCount('cases', filters.dueToday),
    mine: useCount('cases', filters.mine),
  }
  const figure = (name: keyof typeof filters, label: string, tone?: Tone) => (
    <Figure
      label={t(label)}
      tone={tone}
      to={listAddress('cases', { filter: filters[name], order: soonest })}
      count={counts[name].data?.total}
      isFailed={Boolean(counts[name].error)}
    />
  )
  return (
    <ShortList
      title={t('home.near')}
      resource="cases"
      to={listAddress('cases', { filter: open, order: soonest })}
      read={read}
      rows={read.data?.rows}
      none={t('home.noNear')}
      height={200}
      above={
        <Box sx={{ display: 'grid', gap: 1, gridTemplateColumns: 'repeat(auto-fit, minmax(120px, 1fr))', mb: 1.5 }}>
          {figure('overdue', 'home.overdue', 'past')}
          {figure('dueToday', 'home.dueToday', 'near')}
          {figure('open', 'home.openCases')}
          {figure('mine', 'home.mine')}
        </Box>
      }
    >
      {(row) => (
        <>
          <Typography variant="button" color="primary" noWrap>
            {row.number}
          </Typography>
          <span className="long">
            <bdi>{row.patientName}</bdi>
          </span>
          <Box component="span" className="quiet" sx={{ display: { xs: 'none', sm: 'inline' } }}>
            {words.value('cases', 'type', row.type)}
          </Box>
          <ToneText tone={limitTone(row.responseDueAt, false)}>{formatDistance(row.responseDueAt, locale)}</ToneText>
        </>
      )}
    </ShortList>
  )
}
