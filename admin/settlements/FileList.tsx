import Box from '@mui/material/Box'
import Link from '@mui/material/Link'
import Stack from '@mui/material/Stack'
import type { ReactNode } from 'react'
import type { RaRecord } from 'react-admin'
import { Link as RouterLink } from 'react-router-dom'
import { useTextContext } from '#admin/entity/useTextContext.ts'
import { Money } from '#admin/entity/Value.tsx'
import { formatDay } from '#admin/language/format.ts'

interface FileListProps {
  readonly label: string
  readonly rows: readonly RaRecord[]
  /** Pixels beyond which the list scrolls. */
  readonly maxHeight: number
  /** The spacing of a row in units of the theme. */
  readonly spacing?: { readonly gap: number; readonly py: number }
  readonly before?: (row: RaRecord) => ReactNode
  readonly after?: (row: RaRecord) => ReactNode
}

/** Settlement files in lines, with what can be done about each before or after it. */
export function FileList({ label, rows, maxHeight, spacing, before, after }: FileListProps) {
  return (
    <Box component="ul" tabIndex={0} aria-label={label} className="plain" sx={{ maxHeight, overflow: 'auto' }}>
      {rows.map((row) => (
        <Box
          key={row.id}
          component="li"
          sx={{ display: 'flex', alignItems: 'center', ...spacing, borderTop: 1, borderColor: 'divider' }}
        >
          {before?.(row)}
          <Box sx={{ flex: 1, minWidth: 0 }}>
            <FileLine row={row} />
          </Box>
          {after?.(row)}
        </Box>
      ))}
    </Box>
  )
}

function FileLine({ row }: { row: RaRecord }) {
  const context = useTextContext('settlement-files', row)
  return (
    <Stack direction="row" spacing={1.5} sx={{ flexWrap: 'wrap', alignItems: 'baseline', typography: 'body2' }}>
      <Link component={RouterLink} to={`/settlement-files/${row.id}/show`} sx={{ fontWeight: 'bold' }}>
        {row.number}
      </Link>
      <Box component="span" sx={{ flex: 1, minWidth: 120 }}>
        <bdi>{context.words.shown(row.patientName)}</bdi>
      </Box>
      <Box component="span" sx={{ color: 'text.secondary' }}>
        {row.serviceOn && formatDay(row.serviceOn, context.locale)}
      </Box>
      <Money minor={row.payerShareMinor ?? 0} context={context} />
    </Stack>
  )
}
