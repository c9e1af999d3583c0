import { formatInstant } from '#admin/language/format.ts'
import { useSites } from '#admin/language/Sites.tsx'
import { useWords } from '#admin/language/words.ts'
import { ShortList } from './ShortList.tsx'
import { listAddress, useCount } from './useCount.ts'

const newest = { field: 'submittedAt', order: 'DESC' } as const

/** The newest answers in which a patient was not content. */
export function LowScores() {
  const { t, locale } = useWords()
  const sites = useSites()
  const read = useCount('responses', {}, newest, 100)
  const low = read.data?.rows.filter((row) => row.lowScores?.length > 0).slice(0, 6)
  return (
    <ShortList
      title={t('home.low')}
      resource="responses"
      to={listAddress('responses', {}, newest)}
      read={read}
      rows={low}
      none={t('home.noLow')}
      height={120}
    >
      {(row) => (
        <>
          <span className="long">
            <bdi>{row.patientName}</bdi>
          </span>
          <span className="quiet">
            <bdi>{row.department}</bdi>
          </span>
          <time dateTime={row.submittedAt} className="quiet">
            {formatInstant(row.submittedAt, sites.zoneOf(row.siteId), locale)}
          </time>
        </>
      )}
    </ShortList>
  )
}
