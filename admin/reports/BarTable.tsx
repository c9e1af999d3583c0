import Box from '@mui/material/Box'
import Link from '@mui/material/Link'
import Table from '@mui/material/Table'
import TableBody from '@mui/material/TableBody'
import TableCell from '@mui/material/TableCell'
import TableHead from '@mui/material/TableHead'
import TableRow from '@mui/material/TableRow'
import visuallyHidden from '@mui/utils/visuallyHidden'
import type { ReactNode } from 'react'
import { Link as RouterLink } from 'react-router-dom'
import { formatNumber, formatShare } from '#admin/language/format.ts'
import { useWords } from '#admin/language/words.ts'
import { Bar } from '#admin/surveys/Bar.tsx'
import type { Tone } from '#shared/declaration/lifecycle.ts'

/** One bar: its name, its number, and the address of the list of exactly the records that it counts. */
export interface BarRow {
  readonly key: string
  readonly label: ReactNode
  readonly value: number
  /** How the number is written; as a count when absent. */
  readonly text?: string
  readonly to: string
  readonly tone?: Tone
}

interface BarTableProps {
  /** The name of the table for screen readers. */
  readonly label: string
  /** What the numbers are: cases, an amount. */
  readonly unit: string
  readonly rows: readonly BarRow[]
}

const colors: Record<Tone, string> = {
  past: 'error.main',
  near: 'warning.main',
  done: 'success.main',
  plain: 'primary.main',
}
const figures = { textAlign: 'end', whiteSpace: 'nowrap', width: '1%', borderBottom: 0, py: 0.5, px: 1 } as const
const cell = { borderBottom: 0, py: 0.5, px: 0 } as const

/** Numbers as bars, each with its value and its share of all, a table for screen readers; every row leads to its list. */
export function BarTable({ label, unit, rows }: BarTableProps) {
  const { t, locale } = useWords()
  const all = rows.reduce((sum, { value }) => sum + value, 0)
  const most = Math.max(...rows.map(({ value }) => value), 1)
  return (
    <Table size="small" aria-label={label}>
      <TableHead sx={visuallyHidden}>
        <TableRow>
          <TableCell>{label}</TableCell>
          <TableCell>{unit}</TableCell>
          <TableCell>{t('reports.share')}</TableCell>
        </TableRow>
      </TableHead>
      <TableBody>
        {rows.map(({ key, label, value, text, to, tone = 'plain' }) => (
          <TableRow key={key} hover sx={{ position: 'relative' }}>
            <TableCell component="th" scope="row" sx={cell}>
              <Link component={RouterLink} to={to} color="textPrimary" sx={wholeRow}>
                <bdi>{label}</bdi>
              </Link>
              <Box aria-hidden sx={{ mt: 0.25, maxWidth: 420 }}>
                <Bar share={value / most} color={colors[tone]} height={6} />
              </Box>
            </TableCell>
            <TableCell sx={figures}>
              <bdi dir="ltr">{text ?? formatNumber(value, locale)}</bdi>
            </TableCell>
            <TableCell sx={{ ...figures, color: 'text.secondary', minWidth: 58 }}>
              <bdi dir="ltr">{formatShare(all > 0 ? value / all : 0, locale)}</bdi>
            </TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  )
}

// The bar and the numbers belong to the link as well.
const wholeRow = { typography: 'body2', '&::after': { content: '""', position: 'absolute', inset: 0 } } as const
