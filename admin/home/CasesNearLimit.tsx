import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Skeleton from '@mui/material/Skeleton'
import type { RaRecord } from 'react-admin'
import { Link } from 'react-router-dom'
import { Toned } from '#admin/entity/State.tsx'
import { limitTone } from '#admin/entity/tone.ts'
import { Unreadable } from '#admin/frame/Failure.tsx'
import { Nothing, Section } from '#admin/frame/Page.tsx'
import { Figure } from '#admin/home/Figure.tsx'
import { line } from '#admin/home/line.ts'
import { listAt, useCount } from '#admin/home/useCount.ts'
import { formatDistance } from '#admin/language/format.ts'
import { useWords } from '#admin/language/words.ts'
import type { Me } from '#admin/provider/contract.ts'

const soonest = { field: 'responseDueAt', order: 'ASC' } as const
const open = { isOpen: true }

/** Open cases whose answer is due soonest; red past the limit, amber within a day of it. */
export function CasesNearLimit({ me }: { me: Me }) {
  const words = useWords()
  const { t, locale } = words
  const { data, error, isPending, refetch } = useCount('cases', open, soonest, 200)
  const rows = data?.rows ?? []
  const now = new Date().toISOString()
  const tomorrow = new Date(Date.now() + 86_400_000).toISOString()
  const late = (row: RaRecord) => row.responseDueAt < now
  const soon = (row: RaRecord) => !late(row) && row.responseDueAt < tomorrow
  const mine = (row: RaRecord) => row.ownerId === me.id
  // The rows are those due soonest, so what is late or due today is among them unless all of them are.
  const counted = (is: (row: RaRecord) => boolean) =>
    data && { total: rows.filter(is).length, isExact: data.cursor === undefined || (is !== mine && !rows.every(is)) }
  const at = (filter: object) => listAt('cases', { ...open, ...filter }, soonest)
  return (
    <Section
      title={t('home.near')}
      actions={
        <Button component={Link} to={at({})} color="secondary">
          {t('home.all')}
        </Button>
      }
    >
      <Box sx={{ display: 'grid', gap: 1, gridTemplateColumns: 'repeat(auto-fit, minmax(120px, 1fr))', mb: 1.5 }}>
        <Figure
          label={t('home.overdue')}
          tone="past"
          to={at({ responseDueAt_lte: now })}
          count={counted(late)}
          isFailed={Boolean(error)}
        />
        <Figure
          label={t('home.dueToday')}
          tone="near"
          to={at({ responseDueAt_gte: now, responseDueAt_lte: tomorrow })}
          count={counted(soon)}
          isFailed={Boolean(error)}
        />
        <Figure label={t('home.openCases')} to={at({})} count={counted(() => true)} isFailed={Boolean(error)} />
        <Figure label={t('home.mine')} to={at({ ownerId: me.id })} count={counted(mine)} isFailed={Boolean(error)} />
      </Box>
      {error && <Unreadable error={error} again={refetch} />}
      {isPending && <Skeleton variant="rounded" height={200} />}
      {data && rows.length === 0 && <Nothing>{t('home.noNear')}</Nothing>}
      <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {rows.slice(0, 8).map((row) => (
          <Box key={row.id} component="li" sx={{ borderTop: 1, borderColor: 'divider' }}>
            <Box component={Link} to={`/cases/${row.id}/show`} sx={line}>
              <Box component="span" sx={{ color: 'primary.main', fontWeight: 600, whiteSpace: 'nowrap' }}>
                {row.number}
              </Box>
              <Box component="span" className="long">
                <bdi>{row.patientName}</bdi>
              </Box>
              <Box component="span" sx={{ color: 'text.secondary', display: { xs: 'none', sm: 'inline' } }}>
                {words.value(row.type)}
              </Box>
              <Toned tone={limitTone(row.responseDueAt, false)}>{formatDistance(row.responseDueAt, locale)}</Toned>
            </Box>
          </Box>
        ))}
      </Box>
    </Section>
  )
}
