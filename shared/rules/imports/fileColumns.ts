import { allFields, type Entity, fieldOf } from '#shared/declaration/entity.ts'
import type { Field } from '#shared/declaration/field.ts'

const minor = /Minor$/

/** What the column of a field is called in a file; amounts stand there as decimals, so that `disputedMinor` is `disputed`. */
export const columnNameOf = (name: string, field: Pick<Field, 'kind'> | undefined): string =>
  field?.kind === 'money' ? name.replace(minor, '') : name

/** The field that a column of a file is by its name: a field's own, or the one that its column has. */
export function fieldOfColumn(entity: Entity, column: string): string | undefined {
  if (column === 'id' || fieldOf(entity, column)) return column
  return Object.entries(allFields(entity)).find(([name, field]) => columnNameOf(name, field) === column)?.[0]
}

/** Whether a column holds amounts in the smallest unit of their currency, which its own name in the file says. */
export const isMinorColumn = (column: string, field: Pick<Field, 'kind'>): boolean =>
  field.kind === 'money' && minor.test(column.trim())
