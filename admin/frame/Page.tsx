import Box from '@mui/material/Box'
import Card from '@mui/material/Card'
import Link from '@mui/material/Link'
import Stack from '@mui/material/Stack'
import Typography from '@mui/material/Typography'
import { type ReactNode, useEffect } from 'react'
import { Link as RouterLink } from 'react-router-dom'
import { useWords } from '#admin/language/words.ts'

interface PageProps {
  readonly title: ReactNode
  /** The page's name in the browser's tab, without personal data. */
  readonly tab?: string
  /** Resource whose list stands one step up. */
  readonly under?: string
  readonly beside?: ReactNode
  readonly actions?: ReactNode
  readonly children: ReactNode
  readonly maxWidth?: number
}

/** A page: where it stands, its name, what can be done, and its content. */
export function Page({ title, tab, under, beside, actions, children, maxWidth = 1480 }: PageProps) {
  const words = useWords()
  const name = tab ?? (typeof title === 'string' ? title : under ? words.resource(under) : '')
  useEffect(() => {
    document.title = name ? `${name} · Redress` : 'Redress'
  }, [name])
  return (
    <Box sx={{ p: { xs: 2, md: 3 }, maxWidth, mx: 'auto' }}>
      <Stack direction="row" spacing={2} sx={{ flexWrap: 'wrap', alignItems: 'center', mb: 2 }}>
        <Box sx={{ flex: 1, minWidth: 200 }}>
          {under && (
            <Link component={RouterLink} to={`/${under}`} variant="caption" color="textSecondary">
              {words.resource(under)}
            </Link>
          )}
          <Stack direction="row" spacing={1.5} sx={{ flexWrap: 'wrap', alignItems: 'center' }}>
            <Typography variant="h1" dir="auto">
              {title}
            </Typography>
            {beside}
          </Stack>
        </Box>
        {actions && (
          <Stack direction="row" spacing={1} sx={{ flexWrap: 'wrap' }}>
            {actions}
          </Stack>
        )}
      </Stack>
      {children}
    </Box>
  )
}

/** Columns side by side on a large screen, `wide` being their widths there, and one below the other on any other. */
export function Columns({ wide, children }: { wide: string; children: ReactNode }) {
  return (
    <Box
      sx={{
        display: 'grid',
        gap: 2,
        alignItems: 'start',
        gridTemplateColumns: { xs: 'minmax(0, 1fr)', lg: wide },
      }}
    >
      {children}
    </Box>
  )
}

/** Cards one below the other. */
export function Column({ children }: { children: ReactNode }) {
  return (
    <Stack spacing={2} sx={{ minWidth: 0 }}>
      {children}
    </Stack>
  )
}

/** A card with a heading and what can be done about its content. */
export function Section({ title, actions, children }: { title: ReactNode; actions?: ReactNode; children: ReactNode }) {
  return (
    <Card component="section" sx={{ p: 2, minWidth: 0 }}>
      <Stack direction="row" spacing={1} sx={{ alignItems: 'center', mb: 1.5, minHeight: 34 }}>
        <Typography variant="h2" sx={{ flex: 1 }}>
          {title}
        </Typography>
        {actions}
      </Stack>
      {children}
    </Card>
  )
}

/** Names and values, one under the other or side by side where there is room. */
export function DescriptionList({ children }: { children: ReactNode }) {
  return (
    <Box
      component="dl"
      sx={{
        m: 0,
        display: 'grid',
        gridTemplateColumns: 'minmax(72px, auto) minmax(0, 1fr)',
        columnGap: 2,
        rowGap: 0.75,
        typography: 'body2',
        '& dt': { color: 'text.secondary' },
        '& dd': { m: 0, minWidth: 0, position: 'relative', overflowWrap: 'anywhere' },
      }}
    >
      {children}
    </Box>
  )
}

/** Says why nothing is here and what to do. */
export function EmptyState({ children, action }: { children: ReactNode; action?: ReactNode }) {
  return (
    <Stack spacing={1.5} sx={{ py: 2, alignItems: 'start' }}>
      <Typography variant="body2" color="textSecondary">
        {children}
      </Typography>
      {action}
    </Stack>
  )
}
