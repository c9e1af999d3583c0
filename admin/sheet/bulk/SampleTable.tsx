import Table from '@mui/material/Table'
import TableBody from '@mui/material/TableBody'
import TableCell from '@mui/material/TableCell'
import TableHead from '@mui/material/TableHead'
import TableRow from '@mui/material/TableRow'
import type { RaRecord } from 'react-admin'
import { recordTitle } from '#admin/entity/titles/recordTitle.ts'
import { Value } from '#admin/entity/Value.tsx'
import { useWords } from '#admin/language/words.ts'
import { type Entity, fieldOf } from '#shared/declaration/entity.ts'
import { isSame } from '#shared/values/canonical.ts'
import { useListState } from '../useListState.ts'

interface SampleTableProps {
  readonly rows: readonly RaRecord[]
  readonly changes: Readonly<Record<string, unknown>>
}

/** The first records of a change, each with the value that it has now and the one that it will have. */
export function SampleTable({ rows, changes }: SampleTableProps) {
  const words = useWords()
  const { entity } = useListState()
  const names = Object.keys(changes)
  return (
    <Table size="small">
      <TableHead>
        <TableRow>
          <TableCell>{words.resource(entity.resource, 1)}</TableCell>
          <TableCell>{words.t('bulk.now')}</TableCell>
          <TableCell>{words.t('bulk.after')}</TableCell>
        </TableRow>
      </TableHead>
      <TableBody>
        {rows.map((row) => (
          <TableRow key={row.id}>
            <TableCell component="th" scope="row">
              <bdi>{recordTitle(entity, row, words)}</bdi>
            </TableCell>
            <TableCell>
              {names.map((name) => (
                <SampleValue key={name} entity={entity} record={row} name={name} />
              ))}
            </TableCell>
            <TableCell>
              {names.map((name) =>
                isSame(row[name] ?? null, changes[name] ?? null) ? (
                  <em key={name}>{words.t('bulk.same')}</em>
                ) : (
                  <SampleValue key={name} entity={entity} record={{ ...row, ...changes }} name={name} />
                ),
              )}
            </TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  )
}

function SampleValue({ entity, record, name }: { entity: Entity; record: RaRecord; name: string }) {
  const field = fieldOf(entity, name)
  return field ? <Value entity={entity} record={record} name={name} field={field} /> : null
}
