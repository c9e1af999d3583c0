import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import { ToneText } from '#admin/entity/State.tsx'
import { limitTone } from '#admin/entity/tone.ts'
import { formatDistance } from '#admin/language/format.ts'
import { useWords } from '#admin/language/words.ts'
import type { Me } from '#admin/provider/contract.ts'
import { listAddress } from '#admin/sheet/view/listParameters.ts'
import { runningStates, type Tone } from '#shared/declaration/lifecycle.ts'
import { caseLife } from '#shared/entities/caseActions.ts'
import { Figure } from './Figure.tsx'
import { ShortList } from './ShortList.tsx'
import { useCount } from './useCount.ts'

const soonest = [['responseDueAt', 'ASC']] as const
const open = { isOpen: true }
/** Cases whose answer still waits; one that was answered is only to be closed. */
const unanswered = { status_eq_any: runningStates(caseLife) }
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
    overdue: { ...unanswered, responseDueAt_lt: now },
    dueToday: {
      ...unanswered,
      responseDueAt_gte: now,
      responseDueAt_lt: new Date(nowMs + 1440 * minute).toISOString(),
    },
    mine: { ...open, ownerId: me.id },
  }
  const read = useCount('cases', unanswered, soonest, 8)
  const counts = {
    open: useCount('cases', filters.open),
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
      to={listAddress('cases', { filter: unanswered, order: soonest })}
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
            <bdi>{words.shown(row.patientName)}</bdi>
          </span>
          <Box component="span" className="quiet" sx={{ display: { xs: 'none', sm: 'inline' } }}>
            {words.value('cases', 'type', row.type)}
          </Box>
          <ToneText tone={limitTone(row.responseDueAt, false)}>
            {row.responseDueAt ? formatDistance(row.responseDueAt, locale) : t('case.pausedShort')}
          </ToneText>
        </>
      )}
    </ShortList>
  )
}
