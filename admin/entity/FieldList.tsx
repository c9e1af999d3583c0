import Box from '@mui/material/Box'
import { DescriptionList } from '#admin/frame/Page.tsx'
import { useWords } from '#admin/language/words.ts'
import type { Entity, RecordValues } from '#shared/declaration/entity.ts'
import type { Field } from '#shared/declaration/field.ts'
import { Value } from './Value.tsx'

interface FieldListProps {
  readonly entity: Entity
  readonly record: RecordValues
  readonly declared: readonly { readonly name: string; readonly field: Field }[]
}

/** Declared fields of a record with their values. */
export function FieldList({ entity, record, declared }: FieldListProps) {
  const words = useWords()
  return (
    <DescriptionList>
      {declared.map(({ name, field }) => (
        <Box key={name} sx={{ display: 'contents' }}>
          <dt>{words.field(entity.resource, name)}</dt>
          <dd>
            <Value entity={entity} record={record} name={name} field={field} />
          </dd>
        </Box>
      ))}
    </DescriptionList>
  )
}
