import Box from '@mui/material/Box'
import { Facts } from '#admin/frame/Page.tsx'
import { useWords } from '#admin/language/words.ts'
import type { Entity } from '#shared/declaration/entity.ts'
import type { Field } from '#shared/declaration/field.ts'
import { Value } from './Value.tsx'

interface ListedProps {
  readonly entity: Entity
  readonly record: Readonly<Record<string, unknown>>
  readonly declared: readonly { readonly name: string; readonly field: Field }[]
}

/** Declared fields of a record with their values. */
export function NestedList({ entity, record, declared }: ListedProps) {
  const words = useWords()
  return (
    <Facts>
      {declared.map(({ name, field }) => (
        <Box key={name} sx={{ display: 'contents' }}>
          <dt>{words.field(entity.resource, name)}</dt>
          <dd>
            <Value entity={entity} record={record} name={name} field={field} />
          </dd>
        </Box>
      ))}
    </Facts>
  )
}
