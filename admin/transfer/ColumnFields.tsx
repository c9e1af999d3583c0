import Box from '@mui/material/Box'
import MenuItem from '@mui/material/MenuItem'
import TextField from '@mui/material/TextField'
import Typography from '@mui/material/Typography'
import { useWords } from '#admin/language/words.ts'
import type { ImportBody } from '#shared/api/transfer.ts'
import { type Entity, fieldOf } from '#shared/declaration/entity.ts'
import type { ImportTable } from './file/importTable.ts'
import { type ImportPlan, nameless, remapped } from './mapping.ts'

/** The value of "no field" in a select, whose values are texts. */
const leaveOut = '-'

/** A file, how its columns are mapped, and how that is changed. */
export interface ColumnFieldsProps {
  readonly entity: Entity
  readonly table: ImportTable
  readonly plan: ImportPlan
  readonly modes: readonly ImportBody['mode'][]
  readonly fields: readonly string[]
  readonly change: (plan: ImportPlan) => void
}

/** The columns of a file with their first cells, and which field each is. */
export function ColumnFields({ entity, table, plan, modes, fields, change }: ColumnFieldsProps) {
  const words = useWords()
  const { t } = words
  const ambiguous = nameless(table.header)
  return (
    <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
      {table.header.map((column, index) => {
        const name = column || t('transfer.noName', { number: index + 1 })
        return (
          <Box
            // biome-ignore lint/suspicious/noArrayIndexKey: columns stay where they are, and two may have one name
            key={index}
            component="li"
            sx={{
              display: 'grid',
              gap: { xs: 0.75, sm: 2 },
              alignItems: 'center',
              gridTemplateColumns: { xs: 'minmax(0, 1fr)', sm: 'minmax(0, 1fr) minmax(220px, 320px)' },
              py: 1,
              borderTop: index > 0 ? 1 : 0,
              borderColor: 'divider',
            }}
          >
            <Box sx={{ minWidth: 0 }}>
              <Box component="bdi" sx={{ fontWeight: 600, overflowWrap: 'anywhere' }}>
                {name}
              </Box>
              <Samples cells={table.samples[index] ?? []} />
            </Box>
            {ambiguous.includes(column) ? (
              <Typography variant="body2" color="textSecondary">
                {t('transfer.vague')}
              </Typography>
            ) : (
              <TextField
                select
                value={plan.mapping[column] ?? leaveOut}
                slotProps={{ htmlInput: { 'aria-label': t('transfer.fieldFor', { column: name }) } }}
                onChange={({ target: { value } }) =>
                  change(remapped(entity, plan, modes, column, value === leaveOut ? null : value))
                }
              >
                <MenuItem value={leaveOut}>{t('transfer.leaveOut')}</MenuItem>
                {fields.map((field) => (
                  <MenuItem key={field} value={field}>
                    {words.field(entity.resource, field)}
                    {fieldOf(entity, field)?.isRequired ? ' *' : ''}
                  </MenuItem>
                ))}
              </TextField>
            )}
          </Box>
        )
      })}
    </Box>
  )
}

function Samples({ cells }: { cells: readonly string[] }) {
  const { t } = useWords()
  return (
    <Typography component="div" variant="caption" color="textSecondary" noWrap>
      {cells.length === 0 && t('transfer.noSample')}
      {cells.map((cell, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the same text may stand in two cells
        <span key={index}>
          {index > 0 && ' · '}
          <bdi>{cell.slice(0, 60)}</bdi>
        </span>
      ))}
    </Typography>
  )
}
