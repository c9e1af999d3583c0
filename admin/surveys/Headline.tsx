import Box from '@mui/material/Box'
import { formatNumber, formatShare } from '#admin/language/format.ts'
import { useWords } from '#admin/language/words.ts'
import type { Survey } from '#shared/entities/survey.ts'
import type { StatisticsRow } from '#shared/rules/surveys/resultsTable.ts'
import { Bar } from './Bar.tsx'
import { overallQuestion, questionText } from './questionText.ts'

/** The one figure to remember: who was content, how sure that is, and out of how many. */
export function Headline({ rows, survey }: { rows: readonly StatisticsRow[]; survey: Survey }) {
  const { t, locale } = useWords()
  const overall = rows.find(({ metricKey }) => metricKey === overallQuestion(survey)?.metricKey)
  const row =
    overall?.favourable !== null && overall !== undefined
      ? overall
      : (rows.find(({ favourable }) => favourable !== null) ?? overall)
  if (!row) return null
  if (row.suppressed) return <Box sx={{ color: 'text.secondary' }}>{t('results.hidden')}</Box>
  const share = (value: number) => formatShare(value, locale)
  return (
    <Box>
      <Box dir="auto" sx={{ color: 'text.secondary', fontSize: 14 }}>
        {questionText(survey, row.metricKey, locale)}
      </Box>
      {row.favourable !== null && (
        <>
          <Box sx={{ fontSize: 44, fontWeight: 600, lineHeight: 1.2 }}>{share(row.favourable)}</Box>
          <Box sx={{ my: 1 }}>
            <Bar share={row.favourable} interval={row.favourableInterval} height={14} />
          </Box>
          {row.favourableInterval && (
            <Box sx={{ fontSize: 14 }}>
              {t('results.interval', { low: share(row.favourableInterval[0]), high: share(row.favourableInterval[1]) })}
            </Box>
          )}
        </>
      )}
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 3, mt: 1.5, fontSize: 14 }}>
        <span>{t('results.n', { n: formatNumber(row.n ?? 0, locale) })}</span>
        {typeof row.nps === 'number' && (
          <span>
            {t('results.nps')}: <strong>{formatNumber(Math.round(row.nps), locale)}</strong>
          </span>
        )}
        {row.rate !== null && (
          <span>
            {t('results.rate')}: <strong>{share(row.rate)}</strong>
          </span>
        )}
        {!row.isRanked && (
          <Box component="span" sx={{ color: 'text.secondary' }}>
            {t('results.unranked')}
          </Box>
        )}
      </Box>
      <Box sx={{ mt: 1.5, fontSize: 13, color: 'text.secondary' }}>{t('results.unadjusted')}</Box>
    </Box>
  )
}
