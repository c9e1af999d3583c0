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
import Typography from '@mui/material/Typography'
import type { TextContext } from '#admin/entity/valueText.ts'
import { textOf } from '#admin/entity/valueText.ts'
import { useWords } from '#admin/language/words.ts'
import { type Entity, fieldOf } from '#shared/declaration/entity.ts'
import type { SheetRow } from '../rows.ts'
import type { EditHistory } from './EditHistory.ts'
import type { Conflict } from './edits.ts'

/** Shows both values of each conflict and asks which one to keep. */
export function ConflictDialog({
  entity,
  edits,
  contextOf,
}: {
  entity: Entity
  edits: EditHistory
  contextOf: (row: SheetRow) => TextContext
}) {
  const words = useWords()
  const { conflicts } = edits
  const shown = (conflict: Conflict, value: unknown) => {
    const field = fieldOf(entity, conflict.field)
    return (
      (field &&
        textOf(
          { name: conflict.field, field },
          value,
          contextOf(edits.rows.get(conflict.id) ?? { id: conflict.id }),
        )) ||
      words.t('history.nothing')
    )
  }
  const resolve = (some: readonly Conflict[], keep: 'mine' | 'theirs') =>
    void edits.resolve(some.map((conflict) => ({ conflict, keep })))
  return (
    <Dialog open maxWidth="md" aria-labelledby="conflict-title" aria-describedby="conflict-why">
      <DialogTitle id="conflict-title">{words.t('conflict.title')}</DialogTitle>
      <DialogContent>
        <Typography id="conflict-why" color="textSecondary" sx={{ mb: 2 }}>
          {words.t('conflict.why')}
        </Typography>
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
                  <Box dir="auto">{String(edits.rows.get(conflict.id)?.[entity.title] ?? '')}</Box>
                  <Typography variant="inherit" color="textSecondary">
                    {words.field(entity.resource, conflict.field)}
                  </Typography>
                </TableCell>
                <TableCell dir="auto">{shown(conflict, conflict.was)}</TableCell>
                <TableCell dir="auto">{shown(conflict, conflict.theirs)}</TableCell>
                <TableCell dir="auto">
                  <strong>{shown(conflict, conflict.mine)}</strong>
                </TableCell>
                <TableCell sx={{ whiteSpace: 'nowrap' }}>
                  <Button onClick={() => resolve([conflict], 'mine')}>{words.t('conflict.keepMine')}</Button>
                  <Button color="secondary" onClick={() => resolve([conflict], 'theirs')}>
                    {words.t('conflict.takeTheirs')}
                  </Button>
                </TableCell>
              </TableRow>
            ))}
          </TableBody>
        </Table>
      </DialogContent>
      <DialogActions>
        <Button color="secondary" onClick={() => resolve(conflicts, 'mine')}>
          {words.t('conflict.allMine')}
        </Button>
        <Button variant="contained" onClick={() => resolve(conflicts, 'theirs')}>
          {words.t('conflict.allTheirs')}
        </Button>
      </DialogActions>
    </Dialog>
  )
}
