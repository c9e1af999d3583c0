import Box from '@mui/material/Box'
import Card from '@mui/material/Card'
import Link from '@mui/material/Link'
import type { ReactNode } from 'react'
import { useEffect } from 'react'
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
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 2, alignItems: 'center', mb: 2 }}>
        <Box sx={{ flex: 1, minWidth: 200 }}>
          {under && (
            <Link component={RouterLink} to={`/${under}`} sx={{ fontSize: 13, color: 'text.secondary' }}>
              {words.resource(under)}
            </Link>
          )}
          <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1.5 }}>
            <Box component="h1" dir="auto" sx={{ typography: 'h1', m: 0 }}>
              {title}
            </Box>
            {beside}
          </Box>
        </Box>
        {actions && <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>{actions}</Box>}
      </Box>
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
  return <Box sx={{ display: 'grid', gap: 2, minWidth: 0 }}>{children}</Box>
}

/** A card with a heading and what can be done about its content. */
export function Section({ title, actions, children }: { title: ReactNode; actions?: ReactNode; children: ReactNode }) {
  return (
    <Card component="section" sx={{ p: 2, minWidth: 0 }}>
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 1, mb: 1.5, minHeight: 34 }}>
        <Box component="h2" sx={{ typography: 'h2', m: 0, flex: 1 }}>
          {title}
        </Box>
        {actions}
      </Box>
      {children}
    </Card>
  )
}

/** Names and values, one under the other or side by side where there is room. */
export function Facts({ children }: { children: ReactNode }) {
  return (
    <Box
      component="dl"
      sx={{
        m: 0,
        display: 'grid',
        gridTemplateColumns: 'minmax(72px, auto) minmax(0, 1fr)',
        columnGap: 2,
        rowGap: 0.75,
        fontSize: 14,
        '& dt': { color: 'text.secondary' },
        '& dd': { m: 0, minWidth: 0, position: 'relative', overflowWrap: 'anywhere' },
      }}
    >
      {children}
    </Box>
  )
}

/** Says why nothing is here and what to do. */
export function Nothing({ children, action }: { children: ReactNode; action?: ReactNode }) {
  return (
    <Box sx={{ py: 2, display: 'grid', justifyItems: 'start', gap: 1.5, color: 'text.secondary', fontSize: 14 }}>
      <span>{children}</span>
      {action}
    </Box>
  )
}
