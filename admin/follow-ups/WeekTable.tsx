import Box from '@mui/material/Box'
import Link from '@mui/material/Link'
import Stack from '@mui/material/Stack'
import Table from '@mui/material/Table'
import TableBody from '@mui/material/TableBody'
import TableCell from '@mui/material/TableCell'
import TableHead from '@mui/material/TableHead'
import TableRow from '@mui/material/TableRow'
import { Link as RouterLink } from 'react-router-dom'
import { TableScroll } from '#admin/frame/TableScroll.tsx'
import { formatNumber, formatShare } from '#admin/language/format.ts'
import { useWords } from '#admin/language/words.ts'
import { listAddress } from '#admin/sheet/view/listParameters.ts'
import type { WeekSummary } from '#shared/api/followUps.ts'
import { followUpOutcomes } from '#shared/entities/followUp.ts'

type WeekLine = WeekSummary['rows'][number]

const colors = {
  satisfied: 'success.main',
  neutral: 'text.disabled',
  unsatisfied: 'warning.main',
  'complaint-raised': 'error.main',
  'clinical-concern': 'error.dark',
  'request-handled': 'primary.main',
  'request-declined': 'secondary.main',
} as const

const figures = ['planned', 'done', 'inWindow', 'concerns'] as const
const number = { textAlign: 'end', whiteSpace: 'nowrap' } as const

/** A week as a table with a bar of outcomes for each person; the words beside the bar say the same. */
export function WeekTable({ summary }: { summary: WeekSummary }) {
  const { t, locale, resource } = useWords()
  const { rows, total, siteId, from, to } = summary
  const most = Math.max(...rows.map(({ done }) => done), 1)
  const line = (row: WeekLine, name: React.ReactNode, most: number) => (
    <>
      <TableCell component="th" scope="row">
        {name}
      </TableCell>
      {figures.map((each) => (
        <TableCell key={each} sx={number}>
          <bdi dir="ltr">
            {formatNumber(row[each], locale)}
            {each === 'inWindow' && row.done > 0 && ` (${formatShare(row.inWindow / row.done, locale)})`}
          </bdi>
        </TableCell>
      ))}
      <TableCell sx={{ minWidth: 260, width: '50%' }}>
        <Outcomes row={row} most={most} />
      </TableCell>
    </>
  )
  const done = (userId: string) =>
    listAddress('follow-ups', {
      filter: { siteId, endedBy: userId, status: 'done', endedAt_gte: from, endedAt_lte: to },
    })
  return (
    <TableScroll label={t('weeks.byPerson')}>
      <Table size="small" aria-label={resource('follow-ups')}>
        <TableHead>
          <TableRow>
            <TableCell>{t('weeks.person')}</TableCell>
            {figures.map((each) => (
              <TableCell key={each} sx={number}>
                {t(`weeks.${each}`)}
              </TableCell>
            ))}
            <TableCell>{t('weeks.outcomes')}</TableCell>
          </TableRow>
        </TableHead>
        <TableBody>
          {rows.map((row) => (
            <TableRow key={row.userId ?? ''}>
              {line(
                row,
                row.userId ? (
                  <Link component={RouterLink} to={done(row.userId)} dir="auto">
                    {row.name ?? '…'}
                  </Link>
                ) : (
                  t('weeks.nobody')
                ),
                most,
              )}
            </TableRow>
          ))}
          {rows.length > 1 && (
            <TableRow sx={{ '& > *': { fontWeight: 600 } }}>{line(total, t('weeks.total'), total.done)}</TableRow>
          )}
        </TableBody>
      </Table>
    </TableScroll>
  )
}

/** Outcomes as parts of a bar, and in words below it. */
function Outcomes({ row, most }: { row: WeekLine; most: number }) {
  const { value, locale } = useWords()
  const given = followUpOutcomes.filter((each) => row.outcomes[each] > 0)
  if (given.length === 0) return null
  return (
    <>
      <Stack direction="row" spacing={0} aria-hidden sx={{ height: 10, borderRadius: 1, overflow: 'hidden' }}>
        {given.map((each) => (
          <Box key={each} sx={{ width: `${(row.outcomes[each] / Math.max(most, 1)) * 100}%`, bgcolor: colors[each] }} />
        ))}
      </Stack>
      <Box sx={{ typography: 'caption', color: 'text.secondary' }}>
        {given
          .map((each) => `${value('follow-ups', 'outcome', each)} ${formatNumber(row.outcomes[each], locale)}`)
          .join(' · ')}
      </Box>
    </>
  )
}
