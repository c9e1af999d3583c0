import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Skeleton from '@mui/material/Skeleton'
import { Link } from 'react-router-dom'
import { Unreadable } from '#admin/frame/Failure.tsx'
import { Nothing, Section } from '#admin/frame/Page.tsx'
import { line } from '#admin/home/line.ts'
import { listAt, useCount } from '#admin/home/useCount.ts'
import { formatInstant } from '#admin/language/format.ts'
import { useSites } from '#admin/language/Sites.tsx'
import { useWords } from '#admin/language/words.ts'

const newest = { field: 'submittedAt', order: 'DESC' } as const

/** The newest answers in which a patient was not content. */
export function LowScores() {
  const { t, locale } = useWords()
  const sites = useSites()
  const { data, error, isPending, refetch } = useCount('responses', {}, newest, 100)
  const low = data?.rows.filter((row) => row.lowScores?.length > 0).slice(0, 6)
  return (
    <Section
      title={t('home.low')}
      actions={
        <Button component={Link} to={listAt('responses', {}, newest)} color="secondary">
          {t('home.all')}
        </Button>
      }
    >
      {error && <Unreadable error={error} again={refetch} />}
      {isPending && <Skeleton variant="rounded" height={120} />}
      {low?.length === 0 && <Nothing>{t('home.noLow')}</Nothing>}
      <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {low?.map((row) => (
          <Box key={row.id} component="li" sx={{ borderTop: 1, borderColor: 'divider' }}>
            <Box component={Link} to={`/responses/${row.id}/show`} sx={line}>
              <Box component="span" className="long">
                <bdi>{row.patientName}</bdi>
              </Box>
              <Box component="span" className="quiet">
                <bdi>{row.department}</bdi>
              </Box>
              <Box component="time" dateTime={row.submittedAt} className="quiet">
                {formatInstant(row.submittedAt, sites.zoneOf(row.siteId), locale)}
              </Box>
            </Box>
          </Box>
        ))}
      </Box>
    </Section>
  )
}
