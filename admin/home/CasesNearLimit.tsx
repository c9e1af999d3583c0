import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import type { RaRecord } from 'react-admin'
import { ToneText } from '#admin/entity/State.tsx'
import { limitTone } from '#admin/entity/tone.ts'
import { formatDistance } from '#admin/language/format.ts'
import { useWords } from '#admin/language/words.ts'
import type { Me } from '#admin/provider/contract.ts'
import { Figure } from './Figure.tsx'
import { ShortList } from './ShortList.tsx'
import { listAddress, useCount } from './useCount.ts'

const soonest = { field: 'responseDueAt', order: 'ASC' } as const
const open = { isOpen: true }

/** Cases read to count those that are due; a page has no more. */
const most = 200

/** Open cases whose answer is due soonest; red past the limit, amber within a day of it. */
export function CasesNearLimit({ me }: { me: Me }) {
  const words = useWords()
  const { t, locale } = words
  const read = useCount('cases', open, soonest, most)
  const own = useCount('cases', { ownerId: me.id, ...open }, undefined, most)
  const { data } = read
  const isFailed = Boolean(read.error)
  const rows = data?.rows ?? []
  const now = new Date().toISOString()
  const tomorrow = new Date(Date.now() + 86_400_000).toISOString()
  const isLate = (row: RaRecord) => row.responseDueAt < now
  const isSoon = (row: RaRecord) => !isLate(row) && row.responseDueAt < tomorrow
  // The rows are those due soonest, so what is late or due today is among them unless all of them are.
  const countOf = (matches: (row: RaRecord) => boolean) =>
    data && { total: rows.filter(matches).length, isExact: data.cursor === undefined || !rows.every(matches) }
  const listOf = (filter: object) => listAddress('cases', { ...open, ...filter }, soonest)
  return (
    <ShortList
      title={t('home.near')}
      resource="cases"
      to={listOf({})}
      read={read}
      rows={data && rows.slice(0, 8)}
      none={t('home.noNear')}
      height={200}
      above={
        <Box sx={{ display: 'grid', gap: 1, gridTemplateColumns: 'repeat(auto-fit, minmax(120px, 1fr))', mb: 1.5 }}>
          <Figure
            label={t('home.overdue')}
            tone="past"
            to={listOf({ responseDueAt_lte: now })}
            count={countOf(isLate)}
            isFailed={isFailed}
          />
          <Figure
            label={t('home.dueToday')}
            tone="near"
            to={listOf({ responseDueAt_gte: now, responseDueAt_lte: tomorrow })}
            count={countOf(isSoon)}
            isFailed={isFailed}
          />
          <Figure label={t('home.openCases')} to={listOf({})} count={data} isFailed={isFailed} />
          <Figure
            label={t('home.mine')}
            to={listOf({ ownerId: me.id })}
            count={own.data}
            isFailed={Boolean(own.error)}
          />
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
