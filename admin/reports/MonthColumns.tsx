import Box from '@mui/material/Box'
import Stack from '@mui/material/Stack'
import Typography from '@mui/material/Typography'
import visuallyHidden from '@mui/utils/visuallyHidden'
import { Link } from 'react-router-dom'
import { formatLongTime, formatMonth } from '#admin/language/format.ts'
import { useWords } from '#admin/language/words.ts'

/** The figure of one month. */
export interface MonthFigure {
  /** `2026-03`. */
  readonly month: string
  /** Undefined where nothing could be measured. */
  readonly value: number | undefined
  readonly text: string
  /** The text where there is little room. */
  readonly short: string
  readonly to: string
}

interface MonthColumnsProps {
  readonly title: string
  readonly months: readonly MonthFigure[]
  /** The value of a full column; the largest one when absent. */
  readonly full?: number
}

const height = 64

/** A year as small columns, a month each, which lead to the records behind them; a list of links for screen readers. */
export function MonthColumns({ title, months, full }: MonthColumnsProps) {
  const { locale } = useWords()
  const most = full ?? Math.max(...months.map(({ value = 0 }) => value), 1)
  return (
    <Box sx={{ minWidth: 0 }}>
      <Typography variant="h3" sx={{ mb: 1 }}>
        {title}
      </Typography>
      <Stack component="ol" direction="row" spacing={0.5} className="plain" aria-label={title}>
        {months.map(({ month, value, text, short, to }) => (
          <Box key={month} component="li" sx={{ flex: 1, minWidth: 0 }}>
            <Box component={Link} to={to} title={`${formatLongTime(month, 'UTC', locale)}: ${text}`} sx={columnStyle}>
              <Box component="span" sx={visuallyHidden}>
                {`${formatLongTime(month, 'UTC', locale)}: ${text}`}
              </Box>
              <Typography variant="caption" color="textSecondary" noWrap aria-hidden sx={{ fontSize: 11 }}>
                {value === undefined ? '–' : short}
              </Typography>
              <Box
                aria-hidden
                sx={{ height, display: 'flex', alignItems: 'end', borderBottom: 1, borderColor: 'divider' }}
              >
                <Box sx={{ width: 1, height: `${Math.min(1, (value ?? 0) / most) * 100}%`, bgcolor: 'primary.main' }} />
              </Box>
              <Typography variant="caption" color="textSecondary" noWrap aria-hidden sx={{ fontSize: 11 }}>
                {formatMonth(month, locale)}
              </Typography>
            </Box>
          </Box>
        ))}
      </Stack>
    </Box>
  )
}

const columnStyle = {
  position: 'relative',
  display: 'flex',
  flexDirection: 'column',
  textAlign: 'center',
  textDecoration: 'none',
  borderRadius: 0.5,
  '&:hover': { bgcolor: 'action.hover' },
} as const
