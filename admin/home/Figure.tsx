import Box from '@mui/material/Box'
import Skeleton from '@mui/material/Skeleton'
import Typography from '@mui/material/Typography'
import { Link } from 'react-router-dom'
import { formatNumber } from '#admin/language/format.ts'
import { useWords } from '#admin/language/words.ts'
import type { Tone } from '#shared/declaration/lifecycle.ts'

interface FigureProps {
  readonly label: string
  readonly to: string
  /** Undefined while it is read. */
  readonly count: number | undefined
  /** What is shown in the place of the count, such as a share. */
  readonly text?: string
  readonly isFailed?: boolean
  readonly tone?: Tone
  readonly note?: string
  /** A quiet line below, such as what the number is a share of. */
  readonly detail?: string
}

const colors: Record<Tone, string> = {
  past: 'error.main',
  near: 'warning.main',
  done: 'success.main',
  plain: 'text.primary',
}

/** A number that leads to the list behind it. */
export function Figure({ label, to, count, text, isFailed = false, tone = 'plain', note, detail }: FigureProps) {
  const { t, locale } = useWords()
  return (
    <Box
      component={Link}
      to={to}
      sx={{
        display: 'block',
        minWidth: 0,
        px: 1.5,
        py: 1,
        borderRadius: 1,
        border: 1,
        borderColor: 'divider',
        color: 'text.primary',
        textDecoration: 'none',
        '&:hover': { bgcolor: 'action.hover' },
      }}
    >
      <Typography variant="caption" component="div" color="textSecondary">
        {label}
      </Typography>
      <Box sx={{ fontSize: 24, fontWeight: 600, lineHeight: 1.3, color: count ? colors[tone] : 'text.primary' }}>
        {isFailed ? (
          <Typography variant="body2">{t('home.unread')}</Typography>
        ) : count === undefined ? (
          <Skeleton width={48} />
        ) : (
          (text ?? formatNumber(count, locale))
        )}
      </Box>
      {detail && (
        <Typography variant="caption" component="div" color="textSecondary">
          {detail}
        </Typography>
      )}
      {note && (
        <Typography variant="overline" component="div" color="primary">
          {note}
        </Typography>
      )}
    </Box>
  )
}
