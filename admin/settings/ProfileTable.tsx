import Link from '@mui/material/Link'
import Table from '@mui/material/Table'
import TableBody from '@mui/material/TableBody'
import TableCell from '@mui/material/TableCell'
import TableHead from '@mui/material/TableHead'
import TableRow from '@mui/material/TableRow'
import { Link as RouterLink } from 'react-router-dom'
import { EmptyState, Section } from '#admin/frame/Page.tsx'
import { TableScroll } from '#admin/frame/TableScroll.tsx'
import { formatDay } from '#admin/language/format.ts'
import { useWords } from '#admin/language/words.ts'
import type { SiteProfile } from '#shared/entities/siteProfile.ts'

interface ProfileTableProps {
  readonly title: string
  readonly rows: readonly SiteProfile[]
  /** The sentence of the empty state; without it an empty table is not shown. */
  readonly none?: string
}

/** Some versions of a site's profile with their days; each leads to its page. */
export function ProfileTable({ title, rows, none }: ProfileTableProps) {
  const words = useWords()
  if (rows.length === 0 && none === undefined) return null
  const day = (value: string | undefined) => (value ? formatDay(value, words.locale) : '–')
  return (
    <Section title={title}>
      {rows.length === 0 ? (
        <EmptyState>{none}</EmptyState>
      ) : (
        <TableScroll label={title}>
          <Table size="small">
            <TableHead>
              <TableRow>
                {['name', 'validFrom', 'validTo'].map((name) => (
                  <TableCell key={name}>{words.field('site-profiles', name)}</TableCell>
                ))}
              </TableRow>
            </TableHead>
            <TableBody>
              {rows.map(({ id, name, validFrom, validTo }) => (
                <TableRow key={id} hover>
                  <TableCell dir="auto">
                    <Link component={RouterLink} to={`/site-profiles/${encodeURIComponent(id)}/show`}>
                      {name}
                    </Link>
                  </TableCell>
                  <TableCell>{day(validFrom)}</TableCell>
                  <TableCell>{day(validTo)}</TableCell>
                </TableRow>
              ))}
            </TableBody>
          </Table>
        </TableScroll>
      )}
    </Section>
  )
}
