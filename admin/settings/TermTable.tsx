import ArrowDownward from '@mui/icons-material/ArrowDownward'
import ArrowUpward from '@mui/icons-material/ArrowUpward'
import Checkbox from '@mui/material/Checkbox'
import IconButton from '@mui/material/IconButton'
import Link from '@mui/material/Link'
import Switch from '@mui/material/Switch'
import Table from '@mui/material/Table'
import TableBody from '@mui/material/TableBody'
import TableCell from '@mui/material/TableCell'
import TableHead from '@mui/material/TableHead'
import TableRow from '@mui/material/TableRow'
import { Link as RouterLink } from 'react-router-dom'
import { TableScroll } from '#admin/frame/TableScroll.tsx'
import { termName } from '#admin/language/terms.ts'
import { useWords } from '#admin/language/words.ts'
import type { Term } from '#shared/entities/term.ts'

interface TermTableProps {
  readonly terms: readonly Term[]
  readonly label: string
  readonly mayChange: boolean
  readonly move: (index: number, by: -1 | 1) => void
  readonly change: (term: Term, changes: Partial<Term>) => void
}

/** The id of the button that moves a term up (-1) or down (1). */
export const moveId = (termId: string, by: -1 | 1): string => `${termId}-${by === 1 ? 'down' : 'up'}`

/** The terms of one list in their order; a name leads to its form, where it is renamed in every language. */
export function TermTable({ terms, label, mayChange, move, change }: TermTableProps) {
  const words = useWords()
  const { t } = words
  const isOfDepartments = terms[0]?.list === 'departments'
  return (
    <TableScroll label={label}>
      <Table size="small">
        <TableHead>
          <TableRow>
            <TableCell>{words.field('terms', 'name')}</TableCell>
            <TableCell>{words.field('terms', 'code')}</TableCell>
            {isOfDepartments && <TableCell>{words.field('terms', 'isExcluded')}</TableCell>}
            <TableCell>{t('terms.inUse')}</TableCell>
            {mayChange && <TableCell>{words.field('terms', 'position')}</TableCell>}
          </TableRow>
        </TableHead>
        <TableBody>
          {terms.map((term, index) => {
            const name = termName(term, words.locale)
            return (
              <TableRow key={term.id} hover sx={term.isActive === false ? { opacity: 0.65 } : undefined}>
                <TableCell dir="auto">
                  <Link component={RouterLink} to={`/terms/${encodeURIComponent(term.id)}${mayChange ? '' : '/show'}`}>
                    {name}
                  </Link>
                </TableCell>
                <TableCell>
                  <bdi>{term.code}</bdi>
                </TableCell>
                {isOfDepartments && (
                  <TableCell>
                    <Checkbox
                      size="small"
                      checked={term.isExcluded === true}
                      disabled={!mayChange}
                      onChange={(_, isExcluded) => change(term, { isExcluded })}
                      slotProps={{ input: { 'aria-label': `${words.field('terms', 'isExcluded')}: ${name}` } }}
                    />
                  </TableCell>
                )}
                <TableCell>
                  <Switch
                    size="small"
                    checked={term.isActive !== false}
                    disabled={!mayChange}
                    onChange={(_, isActive) => change(term, { isActive })}
                    slotProps={{ input: { 'aria-label': t('terms.switch', { name }) } }}
                  />
                </TableCell>
                {mayChange && (
                  <TableCell sx={{ whiteSpace: 'nowrap' }}>
                    <IconButton
                      id={moveId(term.id, -1)}
                      size="small"
                      aria-label={t('terms.up', { name })}
                      disabled={index === 0}
                      onClick={() => move(index, -1)}
                    >
                      <ArrowUpward fontSize="small" />
                    </IconButton>
                    <IconButton
                      id={moveId(term.id, 1)}
                      size="small"
                      aria-label={t('terms.down', { name })}
                      disabled={index === terms.length - 1}
                      onClick={() => move(index, 1)}
                    >
                      <ArrowDownward fontSize="small" />
                    </IconButton>
                  </TableCell>
                )}
              </TableRow>
            )
          })}
        </TableBody>
      </Table>
    </TableScroll>
  )
}
