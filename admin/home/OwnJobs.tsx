import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Skeleton from '@mui/material/Skeleton'
import { Link } from 'react-router-dom'
import { State } from '#admin/entity/State.tsx'
import { Unreadable } from '#admin/frame/Failure.tsx'
import { Nothing, Section } from '#admin/frame/Page.tsx'
import { line } from '#admin/home/line.ts'
import { listAt, useCount } from '#admin/home/useCount.ts'
import { formatNumber } from '#admin/language/format.ts'
import { useWords } from '#admin/language/words.ts'
import type { Me } from '#admin/provider/contract.ts'

const newest = { field: 'createdAt', order: 'DESC' } as const

/** The person's own long work: what runs, what is done, what failed. */
export function OwnJobs({ me }: { me: Me }) {
  const words = useWords()
  const { t, locale } = words
  const filter = { createdBy: me.id }
  const { data, error, isPending, refetch } = useCount('jobs', filter, newest, 5)
  return (
    <Section
      title={t('home.jobs')}
      actions={
        <Button component={Link} to={listAt('jobs', filter, newest)} color="secondary">
          {t('home.all')}
        </Button>
      }
    >
      {error && <Unreadable error={error} again={refetch} />}
      {isPending && <Skeleton variant="rounded" height={80} />}
      {data?.rows.length === 0 && <Nothing>{t('home.noJobs')}</Nothing>}
      <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {data?.rows.map((job) => (
          <Box key={job.id} component="li" sx={{ borderTop: 1, borderColor: 'divider' }}>
            <Box component={Link} to={`/jobs/${job.id}/show`} sx={line}>
              <Box component="span" className="long">
                {words.value(job.kind)} · {words.resource(job.resource)}
              </Box>
              <Box component="span" className="quiet">
                {formatNumber(job.done ?? 0, locale)} / {formatNumber(job.total ?? 0, locale)}
              </Box>
              <State value={job.status} />
            </Box>
          </Box>
        ))}
      </Box>
    </Section>
  )
}
