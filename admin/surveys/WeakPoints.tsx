import Stack from '@mui/material/Stack'
import Typography from '@mui/material/Typography'
import { EmptyState } from '#admin/frame/Page.tsx'
import { formatNumber, formatShare } from '#admin/language/format.ts'
import { useWords } from '#admin/language/words.ts'
import { Bar } from './Bar.tsx'
import type { CellTableProps } from './CellTable.tsx'
import { weakest } from './cells.ts'
import { questionText } from './questionText.ts'

/** Where patients were least content, worst first, with how many patients that is. */
export function WeakPoints({ rows, survey, wordOf }: CellTableProps) {
  const { t, locale } = useWords()
  const weak = weakest(rows)
  if (weak.length === 0) return <EmptyState>{t('results.noWeak')}</EmptyState>
  return (
    <>
      <Typography variant="caption" component="div" color="textSecondary" sx={{ mb: 1.5 }}>
        {t('results.weakWhy')}
      </Typography>
      <Stack component="ol" spacing={1.5} sx={{ m: 0, paddingInlineStart: 3, typography: 'body2' }}>
        {weak.map((row) => (
          <li key={row.id}>
            <Stack direction="row" spacing={2} sx={{ justifyContent: 'space-between' }}>
              <span dir="auto">
                <strong>{row.cell === 'all' ? t('results.everywhere') : row.label ? wordOf(row.label) : '—'}</strong> ·{' '}
                {questionText(survey, row.metricKey, locale)}
              </span>
              <strong>{formatShare(row.bottomBox, locale)}</strong>
            </Stack>
            <Bar share={row.bottomBox} interval={row.bottomBoxInterval} color="error.main" />
            <Typography variant="caption" color="textSecondary">
              {t('results.patients', {
                count: formatNumber(Math.round(row.bottomBox * row.n), locale),
                n: formatNumber(row.n, locale),
              })}
            </Typography>
          </li>
        ))}
      </Stack>
    </>
  )
}
