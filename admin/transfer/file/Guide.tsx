import Box from '@mui/material/Box'
import Table from '@mui/material/Table'
import TableBody from '@mui/material/TableBody'
import TableCell from '@mui/material/TableCell'
import TableHead from '@mui/material/TableHead'
import TableRow from '@mui/material/TableRow'
import Typography from '@mui/material/Typography'
import { useWords, type Words } from '#admin/language/words.ts'
import { type Entity, fieldOf } from '#shared/declaration/entity.ts'
import type { Field } from '#shared/declaration/field.ts'
import { columnNameOf } from '#shared/rules/imports/fileColumns.ts'

/** The columns of a file and how their values are written. */
export function Guide({ entity, fields }: { entity: Entity; fields: readonly string[] }) {
  const words = useWords()
  const { t } = words
  return (
    <Box sx={{ maxHeight: 360, overflow: 'auto' }} tabIndex={0} role="group" aria-label={t('transfer.guide')}>
      <Table size="small" stickyHeader sx={{ '& td, & th': { verticalAlign: 'top', bgcolor: 'background.paper' } }}>
        <TableHead>
          <TableRow>
            <TableCell>{t('transfer.column')}</TableCell>
            <TableCell>{t('transfer.written')}</TableCell>
          </TableRow>
        </TableHead>
        <TableBody>
          {fields.map((name) => {
            const field = fieldOf(entity, name)
            return (
              <TableRow key={name}>
                <TableCell>
                  <code dir="ltr">{columnNameOf(name, field)}</code>
                  <Typography component="div" variant="caption" color="textSecondary">
                    {words.field(entity.resource, name)}
                    {field?.isRequired && ` · ${t('transfer.required')}`}
                  </Typography>
                </TableCell>
                <TableCell sx={{ overflowWrap: 'anywhere' }}>{writingOf(field, words)}</TableCell>
              </TableRow>
            )
          })}
        </TableBody>
      </Table>
    </Box>
  )
}

/** How a value of a field is written in a cell. */
function writingOf(field: Field | undefined, { t, resource, terms }: Words): string {
  if (!field) return t('transfer.writing.id')
  if (field.terms)
    return t('transfer.writing.choice', {
      values: terms(field.terms)
        .map(({ code }) => code)
        .join(', '),
    })
  if (field.kind === 'choice' || field.kind === 'choices')
    return t(`transfer.writing.${field.kind}`, { values: (field.choices ?? []).join(', ') })
  if (field.kind === 'reference' || field.kind === 'references')
    return t(`transfer.writing.${field.kind}`, { name: resource(field.resource ?? '', 1) })
  return t(`transfer.writing.${field.kind}`, { _: t('transfer.writing.data') })
}
