import { formatInstant } from '#admin/language/format.ts'
import { useSites } from '#admin/language/Sites.tsx'
import { useWords } from '#admin/language/words.ts'
import { listAddress } from '#admin/sheet/view/listParameters.ts'
import { ShortList } from './ShortList.tsx'
import { useCount } from './useCount.ts'

const low = { lowScores_empty: false }

/** The newest answers in which a patient was not content. */
export function LowScores() {
  const { t, locale, term, shown } = useWords()
  const sites = useSites()
  const read = useCount('responses', low, undefined, 6)
  return (
    <ShortList
      title={t('home.low')}
      resource="responses"
      to={listAddress('responses', { filter: low })}
      read={read}
      rows={read.data?.rows}
      none={t('home.noLow')}
      height={120}
    >
      {(row) => (
        <>
          <span className="long">
            <bdi>{shown(row.patientName)}</bdi>
          </span>
          <span className="quiet">
            <bdi>{row.department && term('departments', row.department)}</bdi>
          </span>
          <time dateTime={row.submittedAt} className="quiet">
            {formatInstant(row.submittedAt, sites.zoneOf(row.siteId), locale)}
          </time>
        </>
      )}
    </ShortList>
  )
}
