import Table from '@mui/material/Table'
import TableBody from '@mui/material/TableBody'
import TableCell from '@mui/material/TableCell'
import TableHead from '@mui/material/TableHead'
import TableRow from '@mui/material/TableRow'
import Typography from '@mui/material/Typography'
import { TableScroll } from '#admin/frame/TableScroll.tsx'
import { formatNumber, formatShare } from '#admin/language/format.ts'
import { useWords } from '#admin/language/words.ts'
import type { StatisticsRow } from '#shared/api/surveys.ts'
import type { Survey } from '#shared/entities/survey.ts'
import { Bar } from './Bar.tsx'
import { questionText } from './questionText.ts'

/** The rows of a survey, and how their cells are named. */
export interface CellTableProps {
  readonly rows: readonly StatisticsRow[]
  readonly survey: Survey
  /** The word for the label of a cell. */
  readonly wordOf: (label: string) => string
}

const number = { sx: { textAlign: 'end', whiteSpace: 'nowrap' }, dir: 'ltr' } as const

/** Every cell by question: what may be shown with its count, what is hidden with the reason. */
export function CellTable({ rows, survey, wordOf }: CellTableProps) {
  const { t, locale } = useWords()
  const share = (value: number | null) => (value === null ? '–' : formatShare(value, locale))
  return (
    <TableScroll label={t('results.table')}>
      <Table size="small">
        <TableHead>
          <TableRow>
            <TableCell>{t('results.question')}</TableCell>
            <TableCell>{t('results.cell')}</TableCell>
            <TableCell {...number}>{t('results.answers')}</TableCell>
            <TableCell sx={{ minWidth: 140 }}>{t('results.favourable')}</TableCell>
            <TableCell {...number}>%</TableCell>
            <TableCell {...number}>{t('results.bottom')}</TableCell>
            <TableCell {...number}>{t('results.score')}</TableCell>
            <TableCell {...number}>{t('results.nps')}</TableCell>
          </TableRow>
        </TableHead>
        <TableBody>
          {rows.map((row, index) => (
            <TableRow key={row.id}>
              <TableCell dir="auto" sx={{ minWidth: 200 }}>
                {rows[index - 1]?.metricKey === row.metricKey ? '' : questionText(survey, row.metricKey, locale)}
              </TableCell>
              <TableCell dir="auto">{row.label ? wordOf(row.label) : '—'}</TableCell>
              {row.suppressed ? (
                <TableCell colSpan={6} sx={{ color: 'text.secondary' }} title={t('results.hidden')}>
                  {t('results.hiddenShort')}
                </TableCell>
              ) : (
                <>
                  <TableCell {...number} title={row.isRanked ? undefined : t('results.unranked')}>
                    {formatNumber(row.n ?? 0, locale)}
                  </TableCell>
                  <TableCell>
                    {row.favourable !== null && <Bar share={row.favourable} interval={row.favourableInterval} />}
                  </TableCell>
                  <TableCell {...number}>{share(row.favourable)}</TableCell>
                  <TableCell {...number}>{share(row.bottomBox)}</TableCell>
                  <TableCell {...number}>
                    {row.score100 === null ? '–' : formatNumber(Math.round(row.score100), locale)}
                  </TableCell>
                  <TableCell {...number}>
                    {typeof row.nps === 'number' ? formatNumber(Math.round(row.nps), locale) : '–'}
                  </TableCell>
                </>
              )}
            </TableRow>
          ))}
        </TableBody>
      </Table>
      {rows.some(({ suppressed }) => suppressed) && (
        <Typography variant="caption" component="div" color="textSecondary" sx={{ mt: 1 }}>
          {t('results.hidden')}
        </Typography>
      )}
    </TableScroll>
  )
}
