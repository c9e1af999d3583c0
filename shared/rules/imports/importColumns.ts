import type { ImportBody } from '#shared/api/transfer.ts'
import type { Entity } from '#shared/declaration/entity.ts'
import { invalid } from '#shared/declaration/problem.ts'
import { refuse } from '#shared/refusals.ts'
import { columnNameOf, fieldOfColumn } from './fileColumns.ts'

/** How the columns of a file are understood. */
export interface ImportColumns {
  /** The field each column is, in the order of the file; null for one that is left out. */
  readonly names: readonly (string | null)[]
  /** The fields that find a record to change: `id` alone, or one of the entity's unique sets in its own order. */
  readonly key?: readonly string[]
  /** Columns that are left out, as they are called in the file. */
  readonly ignored: readonly string[]
}

type ColumnChoice = Pick<ImportBody, 'mapping' | 'mode' | 'key'>

/**
 * Which field each column of a file is and what finds its records; throws a 422 problem that names the column or field
 * at fault. Ids, numbers and other facts are columns only where they are the key: nobody sets them by a file.
 */
export function importColumns(entity: Entity, header: readonly string[], asked: ColumnChoice): ImportColumns {
  const named = header.map((column) => fieldFor(entity, column, asked.mapping))
  for (const column of Object.keys(asked.mapping ?? {}))
    if (!header.includes(column)) throw invalid({ mapping: refuse('COLUMN_UNKNOWN', { column: column.slice(0, 60) }) })
  const twice = named.find((name, index) => name !== null && named.indexOf(name) !== index)
  if (twice) throw invalid({ mapping: refuse('COLUMN_TWICE', { field: twice }) })
  const key = asked.mode === 'insert' ? undefined : keyAmong(entity, named, asked.key)
  const names = named.map((name) =>
    name !== null && (Object.hasOwn(entity.fields, name) || key?.includes(name)) ? name : null,
  )
  if (!names.some((name) => name !== null && name !== 'id'))
    throw invalid({
      file: refuse('COLUMN_NONE', {
        fields: Object.entries(entity.fields).map(([name, field]) => columnNameOf(name, field)),
      }),
    })
  const missing = Object.entries(entity.fields).flatMap(([name, { isRequired }]) =>
    isRequired && !names.includes(name) ? [columnNameOf(name, entity.fields[name])] : [],
  )
  if (asked.mode === 'insert' && missing.length > 0)
    throw invalid({ mapping: refuse('COLUMN_MISSING', { fields: missing }) })
  return { names, key, ignored: header.filter((_, index) => names[index] === null) }
}

function fieldFor(entity: Entity, column: string, mapping: ColumnChoice['mapping']): string | null {
  const asked = mapping ? (Object.hasOwn(mapping, column) ? (mapping[column] ?? null) : null) : column
  const name = asked === null ? null : fieldOfColumn(entity, asked)
  if (name !== undefined) return name
  if (mapping) throw invalid({ mapping: refuse('FIELD_UNKNOWN', { name: String(asked) }) })
  return null
}

/** The sets of fields by which a file may find the records it changes. */
export const importKeys = (entity: Entity): readonly (readonly string[])[] => [['id'], ...(entity.unique ?? [])]

function keyAmong(entity: Entity, named: readonly (string | null)[], asked: string | undefined): readonly string[] {
  const possible = importKeys(entity)
  const among = possible.filter((set) => set.every((name) => named.includes(name)))
  const keys = possible.map((set) => set.join('+'))
  if (asked === undefined) {
    if (among[0]) return among[0]
    throw invalid({ key: refuse('KEY_NONE', { keys }) })
  }
  const wanted = possible.find((set) => set.join('+') === asked)
  if (!wanted) throw invalid({ key: refuse('KEY_UNKNOWN', { keys }) })
  if (!among.includes(wanted)) throw invalid({ key: refuse('KEY_MISSING', { key: asked }) })
  return wanted
}
