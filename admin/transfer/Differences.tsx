import Box from '@mui/material/Box'
import { alpha, type Theme } from '@mui/material/styles'
import Table from '@mui/material/Table'
import TableBody from '@mui/material/TableBody'
import TableCell from '@mui/material/TableCell'
import TableHead from '@mui/material/TableHead'
import TableRow from '@mui/material/TableRow'
import Typography from '@mui/material/Typography'
import { Reference, Value } from '#admin/entity/Value.tsx'
import { counted, formatNumber } from '#admin/language/format.ts'
import { useWords } from '#admin/language/words.ts'
import type { Difference } from '#admin/provider/contract.ts'
import { allFields, type Entity, fieldOf } from '#shared/declaration/entity.ts'

interface DifferencesProps {
  readonly entity: Entity
  readonly differences: readonly Difference[]
  /** How many rows change, shown or not. */
  readonly total: number
}

/** What each row of a file would add or change, field by field. */
export function Differences({ entity, differences, total }: DifferencesProps) {
  const { t, locale } = useWords()
  const hidden = total - differences.length
  return (
    <Box sx={{ overflowX: 'auto' }}>
      <Table size="small" sx={{ '& td, & th': { verticalAlign: 'top', px: { xs: 0.75, sm: 1.5 } } }}>
        <TableHead>
          <TableRow>
            <TableCell>{t('transfer.row')}</TableCell>
            <TableCell>{t('transfer.what')}</TableCell>
            <TableCell>{t('transfer.values')}</TableCell>
          </TableRow>
        </TableHead>
        <TableBody>
          {differences.map((difference) => (
            <TableRow key={difference.row}>
              <TableCell>{formatNumber(difference.row, locale)}</TableCell>
              <TableCell>
                <Typography component="div" variant="inherit" sx={{ fontWeight: 600 }}>
                  {t(difference.action === 'insert' ? 'transfer.inserted' : 'transfer.updated')}
                </Typography>
                {difference.action === 'update' && (
                  <Box sx={{ minWidth: { sm: 120 } }}>
                    <Reference resource={entity.resource} id={difference.id} />
                  </Box>
                )}
              </TableCell>
              <TableCell>
                <Fields entity={entity} difference={difference} />
              </TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
      {hidden > 0 && (
        <Typography variant="body2" color="textSecondary" sx={{ mt: 1 }}>
          {t('job.others', counted(hidden, locale))}
        </Typography>
      )}
    </Box>
  )
}

function Fields({ entity, difference }: { entity: Entity; difference: Difference }) {
  const { t, field: labelOf, direction } = useWords()
  const pairs: [string, { readonly from?: unknown; readonly to: unknown }][] =
    difference.action === 'insert'
      ? Object.entries(difference.values).map(([name, to]) => [name, { to }])
      : Object.entries(difference.changes)
  const order = Object.keys(allFields(entity))
  pairs.sort(([a], [b]) => order.indexOf(a) - order.indexOf(b))
  const record = Object.fromEntries(pairs.map(([name, { to }]) => [name, to]))
  const shown = (name: string, value: unknown) => {
    const field = fieldOf(entity, name)
    return field ? (
      <Value entity={entity} record={{ ...record, [name]: value }} name={name} field={field} />
    ) : (
      String(value)
    )
  }
  return (
    <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0, display: 'flex', flexWrap: 'wrap', columnGap: 2 }}>
      {pairs.map(([name, { from, to }]) => (
        <Box
          component="li"
          key={name}
          sx={{ overflowWrap: 'anywhere', flexBasis: difference.action === 'update' ? '100%' : undefined }}
        >
          <Typography component="span" variant="inherit" color="textSecondary">
            {labelOf(entity.resource, name)}:
          </Typography>{' '}
          {difference.action === 'update' && (
            <>
              <Box component="del" sx={markOf('error')}>
                <bdi>{from === null || from === undefined ? t('history.nothing') : shown(name, from)}</bdi>
              </Box>
              {direction === 'rtl' ? ' ← ' : ' → '}
            </>
          )}
          {difference.action === 'update' ? (
            <Box component="ins" sx={markOf('success')}>
              <bdi>{shown(name, to)}</bdi>
            </Box>
          ) : (
            <bdi>{shown(name, to)}</bdi>
          )}
        </Box>
      ))}
    </Box>
  )
}

/** How an old value and a new one look beside each other: struck out on red, and on green. */
const markOf = (color: 'error' | 'success') => ({
  px: 0.5,
  borderRadius: 0.5,
  color: 'text.primary',
  textDecoration: color === 'error' ? 'line-through' : 'none',
  // The accent is too weak on a ground that has a colour.
  '& a': { color: 'inherit', textDecoration: color === 'error' ? 'inherit' : 'underline' },
  bgcolor: (theme: Theme) => alpha(theme.palette[color].main, 0.12),
})
