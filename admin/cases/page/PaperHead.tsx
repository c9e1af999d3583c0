import Typography from '@mui/material/Typography'
import type { RecordPageProps } from '#admin/entity/RecordShow.tsx'
import { formatLongTime } from '#admin/language/format.ts'
import { useSites } from '#admin/language/Sites.tsx'
import { useWords } from '#admin/language/words.ts'

/** What stands on top of a printed case only: the hospital, and who printed it when. */
export function PaperHead({ record, me }: RecordPageProps) {
  const { t, locale } = useWords()
  const { nameOf, zoneOf } = useSites()
  const time = formatLongTime(new Date().toISOString(), zoneOf(record.siteId), locale)
  return (
    <Typography className="paper" variant="body2" component="div" sx={{ mb: 2 }}>
      <strong>{nameOf(record.siteId)}</strong> · {t('case.printed', { name: me.name, time })}
    </Typography>
  )
}
