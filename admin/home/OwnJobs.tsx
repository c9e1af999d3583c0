import { State } from '#admin/entity/State.tsx'
import { formatNumber } from '#admin/language/format.ts'
import { useWords } from '#admin/language/words.ts'
import type { Me } from '#admin/provider/contract.ts'
import { listAddress } from '#admin/sheet/view/listParameters.ts'
import { Job } from '#shared/entities/job.ts'
import { ShortList } from './ShortList.tsx'
import { useCount } from './useCount.ts'

/** The person's own jobs: running, done and failed. */
export function OwnJobs({ me }: { me: Me }) {
  const words = useWords()
  const { t, locale } = words
  const filter = { createdBy: me.id }
  const read = useCount('jobs', filter, undefined, 5)
  return (
    <ShortList
      title={t('home.jobs')}
      resource="jobs"
      to={listAddress('jobs', { filter })}
      read={read}
      rows={read.data?.rows}
      none={t('home.noJobs')}
      height={80}
    >
      {(job) => (
        <>
          <span className="long">
            {words.value('jobs', 'kind', job.kind)} · {words.resource(job.resource)}
          </span>
          <span className="quiet">
            {formatNumber(job.done ?? 0, locale)} / {formatNumber(job.total ?? 0, locale)}
          </span>
          <State entity={Job} record={job} />
        </>
      )}
    </ShortList>
  )
}
