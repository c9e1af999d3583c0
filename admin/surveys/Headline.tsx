import Box from '@mui/material/Box'
import Stack from '@mui/material/Stack'
import Typography from '@mui/material/Typography'
import { formatNumber, formatShare } from '#admin/language/format.ts'
import { useWords } from '#admin/language/words.ts'
import type { StatisticsRow } from '#shared/api/surveys.ts'
import type { Survey } from '#shared/entities/survey.ts'
import { Bar } from './Bar.tsx'
import { overallQuestion, questionText } from './questionText.ts'

/** The chief figure of a survey: the share of content patients, its interval, and the number of answers. */
export function Headline({ rows, survey }: { rows: readonly StatisticsRow[]; survey: Survey }) {
  const { t, locale } = useWords()
  const overall = rows.find(({ metricKey }) => metricKey === overallQuestion(survey)?.metricKey)
  const row =
    overall?.favourable !== null && overall !== undefined
      ? overall
      : (rows.find(({ favourable }) => favourable !== null) ?? overall)
  if (!row) return null
  if (row.suppressed) return <Typography color="textSecondary">{t('results.hidden')}</Typography>
  const share = (value: number) => formatShare(value, locale)
  return (
    <Box>
      <Typography variant="body2" color="textSecondary" dir="auto">
        {questionText(survey, row.metricKey, locale)}
      </Typography>
      {row.favourable !== null && (
        <>
          <Box sx={{ fontSize: 44, fontWeight: 600, lineHeight: 1.2 }}>{share(row.favourable)}</Box>
          <Box sx={{ my: 1 }}>
            <Bar share={row.favourable} interval={row.favourableInterval} height={14} />
          </Box>
          {row.favourableInterval && (
            <Typography variant="body2">
              {t('results.interval', { low: share(row.favourableInterval[0]), high: share(row.favourableInterval[1]) })}
            </Typography>
          )}
        </>
      )}
      <Stack direction="row" spacing={3} sx={{ flexWrap: 'wrap', mt: 1.5, typography: 'body2' }}>
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
          <Typography variant="body2" color="textSecondary">
            {t('results.unranked')}
          </Typography>
        )}
      </Stack>
      <Typography variant="caption" component="div" color="textSecondary" sx={{ mt: 1.5 }}>
        {t('results.unadjusted')}
      </Typography>
    </Box>
  )
}
