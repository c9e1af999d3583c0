import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Skeleton from '@mui/material/Skeleton'
import { Link } from 'react-router-dom'
import { Toned } from '#admin/entity/State.tsx'
import { limitTone } from '#admin/entity/tone.ts'
import { Unreadable } from '#admin/frame/Failure.tsx'
import { Nothing, Section } from '#admin/frame/Page.tsx'
import { Figure } from '#admin/home/Figure.tsx'
import { listAt, useCount } from '#admin/home/useCount.ts'
import { formatDistance } from '#admin/language/format.ts'
import { useWords } from '#admin/language/words.ts'
import type { Me } from '#admin/provider/contract.ts'

const soonest = { field: 'responseDueAt', order: 'ASC' } as const
const hour = 3_600_000

/** Open cases whose answer is due soonest; red past the limit, amber within a day of it. */
export function CasesNearLimit({ me }: { me: Me }) {
  const words = useWords()
  const { t, locale } = words
  // Rounded to the hour, so that the same question is asked once an hour and not anew at each drawing.
  const now = Math.floor(Date.now() / hour) * hour
  const until = new Date(now).toISOString()
  const tomorrow = new Date(now + 24 * hour).toISOString()
  const open = { isOpen: true }
  const late = { ...open, responseDueAt_lte: until }
  const today = { ...open, responseDueAt_gte: until, responseDueAt_lte: tomorrow }
  const mine = { ...open, ownerId: me.id }
  const all = useCount('cases', open, soonest, 8)
  const lateCount = useCount('cases', late, soonest)
  const todayCount = useCount('cases', today, soonest)
  const mineCount = useCount('cases', mine)
  return (
    <Section title={t('home.near')} actions={<Button component={Link} to={listAt('cases', open, soonest)} color="secondary">{t('home.all')}</Button>}>
      <Box sx={{ display: 'grid', gap: 1, gridTemplateColumns: 'repeat(auto-fit, minmax(120px, 1fr))', mb: 1.5 }}>
        <Figure label={t('home.overdue')} tone="past" to={listAt('cases', late, soonest)} page={lateCount.data} isFailed={lateCount.isError} />
        <Figure label={t('home.dueToday')} tone="near" to={listAt('cases', today, soonest)} page={todayCount.data} isFailed={todayCount.isError} />
        <Figure label={t('home.openCases')} to={listAt('cases', open, soonest)} page={all.data} isFailed={all.isError} />
        <Figure label={t('home.mine')} to={listAt('cases', mine)} page={mineCount.data} isFailed={mineCount.isError} />
      </Box>
      {all.error && <Unreadable error={all.error} again={all.refetch} />}
      {all.isPending && <Skeleton variant="rounded" height={200} />}
      {all.data?.rows.length === 0 && <Nothing>{t('home.noNear')}</Nothing>}
      <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {all.data?.rows.map((row) => (
          <Box key={row.id} component="li" sx={{ borderTop: 1, borderColor: 'divider' }}>
            <Box component={Link} to={`/cases/${row.id}/show`} sx={{ display: 'flex', gap: 1.5, alignItems: 'baseline', py: 0.75, fontSize: 14, color: 'text.primary', textDecoration: 'none', '&:hover': { bgcolor: 'action.hover' } }}>
              <Box component="span" sx={{ color: 'primary.main', fontWeight: 600, whiteSpace: 'nowrap' }}>{row.number}</Box>
              <Box component="span" dir="auto" sx={{ flex: 1, minWidth: 0, overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' }}>{row.patientName}</Box>
              <Box component="span" sx={{ color: 'text.secondary', display: { xs: 'none', sm: 'inline' } }}>{words.value(row.type)}</Box>
              <Toned tone={limitTone(row.responseDueAt, false)}>{formatDistance(row.responseDueAt, locale)}</Toned>
            </Box>
          </Box>
        ))}
      </Box>
    </Section>
  )
}
