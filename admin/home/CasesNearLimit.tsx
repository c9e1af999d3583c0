import Box from '@mui/material/Box'
import type { RaRecord } from 'react-admin'
import { Toned } from '#admin/entity/State.tsx'
import { limitTone } from '#admin/entity/tone.ts'
import { formatDistance } from '#admin/language/format.ts'
import { useWords } from '#admin/language/words.ts'
import type { Me } from '#admin/provider/contract.ts'
import { Figure } from './Figure.tsx'
import { ShortList } from './ShortList.tsx'
import { listAt, useCount } from './useCount.ts'

const soonest = { field: 'responseDueAt', order: 'ASC' } as const
const open = { isOpen: true }

/** Cases looked at to count those that are due; a page holds no more. */
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
  const late = (row: RaRecord) => row.responseDueAt < now
  const soon = (row: RaRecord) => !late(row) && row.responseDueAt < tomorrow
  // The rows are those due soonest, so what is late or due today is among them unless all of them are.
  const counted = (is: (row: RaRecord) => boolean) =>
    data && { total: rows.filter(is).length, isExact: data.cursor === undefined || !rows.every(is) }
  const at = (filter: object) => listAt('cases', { ...open, ...filter }, soonest)
  return (
    <ShortList
      title={t('home.near')}
      resource="cases"
      to={at({})}
      read={read}
      rows={data && rows.slice(0, 8)}
      none={t('home.noNear')}
      height={200}
      above={
        <Box sx={{ display: 'grid', gap: 1, gridTemplateColumns: 'repeat(auto-fit, minmax(120px, 1fr))', mb: 1.5 }}>
          <Figure
            label={t('home.overdue')}
            tone="past"
            to={at({ responseDueAt_lte: now })}
            count={counted(late)}
            isFailed={isFailed}
          />
          <Figure
            label={t('home.dueToday')}
            tone="near"
            to={at({ responseDueAt_gte: now, responseDueAt_lte: tomorrow })}
            count={counted(soon)}
            isFailed={isFailed}
          />
          <Figure label={t('home.openCases')} to={at({})} count={data} isFailed={isFailed} />
          <Figure label={t('home.mine')} to={at({ ownerId: me.id })} count={own.data} isFailed={Boolean(own.error)} />
        </Box>
      }
    >
      {(row) => (
        <>
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
        </>
      )}
    </ShortList>
  )
}
