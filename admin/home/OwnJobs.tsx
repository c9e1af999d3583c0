import Box from '@mui/material/Box'
import { State } from '#admin/entity/State.tsx'
import { formatNumber } from '#admin/language/format.ts'
import { useWords } from '#admin/language/words.ts'
import type { Me } from '#admin/provider/contract.ts'
import { ShortList } from './ShortList.tsx'
import { listAt, useCount } from './useCount.ts'

const newest = { field: 'createdAt', order: 'DESC' } as const

/** The person's own long work: what runs, what is done, what failed. */
export function OwnJobs({ me }: { me: Me }) {
  const words = useWords()
  const { t, locale } = words
  const filter = { createdBy: me.id }
  const read = useCount('jobs', filter, newest, 5)
  return (
    <ShortList
      title={t('home.jobs')}
      resource="jobs"
      to={listAt('jobs', filter, newest)}
      read={read}
      rows={read.data?.rows}
      none={t('home.noJobs')}
      height={80}
    >
      {(job) => (
        <>
          <Box component="span" className="long">
            {words.value(job.kind)} · {words.resource(job.resource)}
          </Box>
          <Box component="span" className="quiet">
            {formatNumber(job.done ?? 0, locale)} / {formatNumber(job.total ?? 0, locale)}
          </Box>
          <State value={job.status} />
        </>
      )}
    </ShortList>
  )
}
