import Box from '@mui/material/Box'
import { Nothing } from '#admin/frame/Page.tsx'
import { formatNumber, formatShare } from '#admin/language/format.ts'
import { useWords } from '#admin/language/words.ts'
import type { Survey } from '#shared/entities/survey.ts'
import type { StatisticsRow } from '#shared/rules/surveys/resultsTable.ts'
import { Bar } from './Bar.tsx'
import { weakest } from './cells.ts'
import { questionText } from './questionText.ts'

/** Where patients were least content, worst first, with how many patients that is. */
export function WeakPoints({ rows, survey }: { rows: readonly StatisticsRow[]; survey: Survey }) {
  const { t, locale } = useWords()
  const weak = weakest(rows)
  if (weak.length === 0) return <Nothing>{t('results.noWeak')}</Nothing>
  return (
    <>
      <Box sx={{ color: 'text.secondary', fontSize: 13, mb: 1.5 }}>{t('results.weakWhy')}</Box>
      <Box component="ol" sx={{ m: 0, paddingInlineStart: 3, display: 'grid', gap: 1.5, fontSize: 14 }}>
        {weak.map((row) => (
          <li key={row.id}>
            <Box sx={{ display: 'flex', justifyContent: 'space-between', gap: 2 }}>
              <span dir="auto">
                <strong>{row.cell === 'all' ? t('results.everywhere') : row.label || '—'}</strong> ·{' '}
                {questionText(survey, row.metricKey, locale)}
              </span>
              <strong>{formatShare(row.bottomBox, locale)}</strong>
            </Box>
            <Bar share={row.bottomBox} interval={row.bottomBoxInterval} color="error.main" />
            <Box sx={{ color: 'text.secondary', fontSize: 13 }}>
              {t('results.patients', {
                count: formatNumber(Math.round(row.bottomBox * row.n), locale),
                n: formatNumber(row.n, locale),
              })}
            </Box>
          </li>
        ))}
      </Box>
    </>
  )
}
