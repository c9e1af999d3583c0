import { createHash } from 'node:crypto'
import { type Entity, fieldOf } from '#shared/declaration/entity.ts'
import type { Field, FieldKind } from '#shared/declaration/field.ts'
import { entities } from '#shared/entities/index.ts'
import { canonical } from '#shared/values/canonical.ts'
import { type CellForm, cellOf, formOf } from './cells.ts'
import type { SqlCell } from './sqlite.ts'

/** A column of an entity's table. */
export interface TableColumn {
  readonly name: string
  readonly field: Field
  readonly form: CellForm
}

/**
 * The table of an entity: its columns as they are compared, its text for searching, and its indexes; the rows as they
 * are answered stand in a table beside it. One index, the facets, holds every column but the texts: filters, counts and
 * groups read it instead of the table, in a third of the time.
 */
export interface ProjectionTable {
  readonly entity: Entity
  readonly name: string
  readonly rows: string
  readonly columns: readonly TableColumn[]
  /** Indexes by name, each with the columns in front of the id. */
  readonly indexes: ReadonlyMap<string, readonly string[]>
  /** The index of all columns that are short; undefined where there are none. */
  readonly facets?: ColumnIndex
}

/** An index: its name, and its columns in front of the id. */
export interface ColumnIndex {
  readonly name: string
  readonly columns: readonly string[]
}

/** A name as SQL takes it; names come out of declarations only. */
export const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`

// SQLite steps over the columns in front of the one it wants: short ones first.
const widths: readonly CellForm[] = ['choice', 'number', 'code', 'instant', 'key', 'plain', 'folded', 'list']

/** Forms whose cells are longer than a word. */
const long: readonly CellForm[] = ['folded', 'list']

const tables = new Map<string, ProjectionTable>()

/** The table of an entity. */
export function tableOf(entity: Entity): ProjectionTable {
  const known = tables.get(entity.resource)
  if (known?.entity === entity) return known
  const columns = entity.columns
    .flatMap((name): TableColumn[] => {
      const field = fieldOf(entity, name)
      return field ? [{ name, field, form: formOf(field) }] : []
    })
    .sort((a, b) => widths.indexOf(a.form) - widths.indexOf(b.form))
  const { resource } = entity
  const facets = columns.flatMap(({ name, form }) => (long.includes(form) ? [] : [name]))
  const table = {
    entity,
    name: quoted(resource),
    rows: quoted(`${resource} rows`),
    columns,
    indexes: indexesOf(entity),
    ...(facets.length > 0 && { facets: { name: `${resource} facets`, columns: facets } }),
  }
  tables.set(resource, table)
  return table
}

/** What people sort by and look up: times, amounts, references and short texts; and the default order within a site. */
const indexedKinds: readonly FieldKind[] = ['instant', 'day', 'reference', 'text', 'term', 'email', 'phone', 'money']

function indexesOf(entity: Entity): ReadonlyMap<string, readonly string[]> {
  const { resource, columns, order, site, title } = entity
  const isIndexed = (name: string) => {
    const kind = fieldOf(entity, name)?.kind
    return name !== site && kind !== undefined && (indexedKinds.includes(kind) || name === title)
  }
  const [first] = order.map(([name]) => name)
  const single = [...new Set([...columns.filter(isIndexed), ...(first && columns.includes(first) ? [first] : [])])]
  const inSite = site && site !== 'id' && first && columns.includes(site) ? [[site, first]] : []
  return new Map([...single.map((name) => [name]), ...inSite].map((names) => [`${resource} ${names.join(' ')}`, names]))
}

/** The statements that make a table; its indexes are made by `indexStatements` once the first rows are in. */
export const tableStatements = ({ name, rows, columns }: ProjectionTable): string[] => [
  `DROP TABLE IF EXISTS ${name}`,
  `DROP TABLE IF EXISTS ${rows}`,
  `CREATE TABLE ${name} ("id" TEXT PRIMARY KEY, "record key" INTEGER NOT NULL, "version" INTEGER NOT NULL, ${columns
    .map((column) => `${quoted(column.name)} ${typeOf(column)}`)
    .join(', ')}, "search text" TEXT) STRICT, WITHOUT ROWID`,
  `CREATE TABLE ${rows} ("id" TEXT PRIMARY KEY, "row" TEXT NOT NULL, "row checksum" INTEGER NOT NULL, "cells checksum" INTEGER NOT NULL) STRICT, WITHOUT ROWID`,
]

const integers: readonly CellForm[] = ['choice', 'instant', 'key', 'code']

const typeOf = ({ form }: TableColumn): string =>
  integers.includes(form) ? 'INTEGER' : form === 'number' ? 'REAL' : 'TEXT'

/** The statements that make the indexes of a table. */
export const indexStatements = ({ name, indexes, facets }: ProjectionTable): string[] =>
  [...indexes, ...(facets ? [[facets.name, facets.columns] as const] : [])].map(
    ([index, columns]) =>
      `CREATE INDEX IF NOT EXISTS ${quoted(index)} ON ${name} (${columns.map(quoted).join(', ')}, "id")`,
  )

/** The cells of a row in the order of the table's columns. */
export const cellsOf = ({ columns }: ProjectionTable, row: Readonly<Record<string, unknown>>): SqlCell[] =>
  columns.map(({ name, field }) => cellOf(field, row[name]))

/** A number to be counted up whenever the same declaration is kept in another form. */
const formNumber = 5

/** What every table looks like, as a short hash; a file of another hash is not read. */
export const schemaHash = (of: readonly Entity[] = entities): string =>
  createHash('sha256')
    .update(
      canonical([
        formNumber,
        of.map((entity) => {
          const table = tableOf(entity)
          const columns = table.columns.map(({ name, form, field }) => [name, form, field.choices ?? null])
          return [table.name, columns, [...table.indexes], entity.search?.fields ?? [], entity.site ?? null]
        }),
      ]),
    )
    .digest('hex')
    .slice(0, 16)
