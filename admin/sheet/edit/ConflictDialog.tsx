import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Dialog from '@mui/material/Dialog'
import DialogActions from '@mui/material/DialogActions'
import DialogContent from '@mui/material/DialogContent'
import DialogTitle from '@mui/material/DialogTitle'
import Table from '@mui/material/Table'
import TableBody from '@mui/material/TableBody'
import TableCell from '@mui/material/TableCell'
import TableHead from '@mui/material/TableHead'
import TableRow from '@mui/material/TableRow'
import type { TextContext } from '#admin/entity/text.ts'
import { textOf } from '#admin/entity/text.ts'
import { useWords } from '#admin/language/words.ts'
import { type Entity, fieldOf } from '#shared/declaration/entity.ts'
import type { SheetRow } from '../columns.ts'
import type { Conflict } from './edits.ts'
import type { Ledger } from './Ledger.ts'

/** Both values of what two people changed at once, and whose shall stand. */
export function ConflictDialog({
  entity,
  ledger,
  readingOf,
}: {
  entity: Entity
  ledger: Ledger
  readingOf: (row: SheetRow) => TextContext
}) {
  const words = useWords()
  const { conflicts } = ledger
  const shown = (conflict: Conflict, value: unknown) => {
    const field = fieldOf(entity, conflict.field)
    return (
      (field && textOf(field, value, readingOf(ledger.rows.get(conflict.id) ?? { id: conflict.id }))) ||
      words.t('history.nothing')
    )
  }
  const settle = (some: readonly Conflict[], keep: 'mine' | 'theirs') =>
    void ledger.settle(some.map((conflict) => ({ conflict, keep })))
  return (
    <Dialog open fullWidth maxWidth="md" aria-labelledby="conflict-title" aria-describedby="conflict-why">
      <DialogTitle id="conflict-title" sx={{ typography: 'h2' }}>
        {words.t('conflict.title')}
      </DialogTitle>
      <DialogContent>
        <Box id="conflict-why" sx={{ color: 'text.secondary', mb: 2 }}>
          {words.t('conflict.why')}
        </Box>
        <Table size="small">
          <TableHead>
            <TableRow>
              <TableCell>{words.resource(entity.resource, 1)}</TableCell>
              {['was', 'theirs', 'yours'].map((key) => (
                <TableCell key={key}>{words.t(`conflict.${key}`)}</TableCell>
              ))}
              <TableCell />
            </TableRow>
          </TableHead>
          <TableBody>
            {conflicts.map((conflict) => (
              <TableRow key={`${conflict.id}${conflict.field}`}>
                <TableCell>
                  <Box dir="auto">{String(ledger.rows.get(conflict.id)?.[entity.title] ?? '')}</Box>
                  <Box sx={{ color: 'text.secondary' }}>{words.field(entity.resource, conflict.field)}</Box>
                </TableCell>
                <TableCell dir="auto">{shown(conflict, conflict.was)}</TableCell>
                <TableCell dir="auto">{shown(conflict, conflict.theirs)}</TableCell>
                <TableCell dir="auto">
                  <strong>{shown(conflict, conflict.mine)}</strong>
                </TableCell>
                <TableCell sx={{ whiteSpace: 'nowrap' }}>
                  <Button onClick={() => settle([conflict], 'mine')}>{words.t('conflict.keepMine')}</Button>
                  <Button color="secondary" onClick={() => settle([conflict], 'theirs')}>
                    {words.t('conflict.takeTheirs')}
                  </Button>
                </TableCell>
              </TableRow>
            ))}
          </TableBody>
        </Table>
      </DialogContent>
      <DialogActions sx={{ px: 3, pb: 2 }}>
        <Button color="secondary" onClick={() => settle(conflicts, 'mine')}>
          {words.t('conflict.allMine')}
        </Button>
        <Button variant="contained" onClick={() => settle(conflicts, 'theirs')}>
          {words.t('conflict.allTheirs')}
        </Button>
      </DialogActions>
    </Dialog>
  )
}
