import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Skeleton from '@mui/material/Skeleton'
import type { ReactNode } from 'react'
import type { RaRecord } from 'react-admin'
import { Link } from 'react-router-dom'
import { ReadError } from '#admin/frame/ErrorBoundary.tsx'
import { EmptyState, Section } from '#admin/frame/Page.tsx'
import { useWords } from '#admin/language/words.ts'

// One line that leads to its record; the part of class `long` is shortened.
const line = {
  display: 'flex',
  alignItems: 'center',
  gap: 1.5,
  py: 0.75,
  typography: 'body2',
  color: 'text.primary',
  textDecoration: 'none',
  '&:hover': { bgcolor: 'action.hover' },
  '& > .long': { flex: 1, minWidth: 0, overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  // A name is shortened at its own end, whichever direction it is written in.
  '& > .long > bdi': {
    display: 'inline-block',
    maxWidth: '100%',
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    verticalAlign: 'bottom',
  },
  '& > .quiet': { color: 'text.secondary', whiteSpace: 'nowrap' },
} as const

interface ShortListProps {
  readonly title: string
  readonly resource: string
  /** The address of the whole list. */
  readonly to: string
  readonly read: { readonly error: unknown; readonly isPending: boolean; readonly refetch: () => void }
  readonly rows: readonly RaRecord[] | undefined
  /** The sentence of the empty state. */
  readonly none: string
  /** Pixels the list takes up while it is read. */
  readonly height: number
  readonly above?: ReactNode
  /** The parts of one line. */
  readonly children: (row: RaRecord) => ReactNode
}

/** A few records, one line each that leads to its page, and the way to all of them. */
export function ShortList({ title, resource, to, read, rows, none, height, above, children }: ShortListProps) {
  const { t } = useWords()
  return (
    <Section
      title={title}
      actions={
        <Button component={Link} to={to} color="secondary">
          {t('home.all')}
        </Button>
      }
    >
      {above}
      {Boolean(read.error) && <ReadError error={read.error} again={read.refetch} />}
      {read.isPending && <Skeleton variant="rounded" height={height} />}
      {rows?.length === 0 && <EmptyState>{none}</EmptyState>}
      <Box component="ul" className="plain">
        {rows?.map((row) => (
          <Box key={row.id} component="li" sx={{ borderTop: 1, borderColor: 'divider' }}>
            <Box component={Link} to={`/${resource}/${row.id}/show`} sx={line}>
              {children(row)}
            </Box>
          </Box>
        ))}
      </Box>
    </Section>
  )
}
