import { isIdOf } from '#functions/platform/store/keys.ts'
import { getByUnique } from '#functions/platform/store/read.ts'
import { cellValue } from '#shared/api/cell.ts'
import { type Entity, fieldOf, type RecordValues } from '#shared/declaration/entity.ts'
import type { Field, FieldKind } from '#shared/declaration/field.ts'
import { invalid, problem } from '#shared/declaration/problem.ts'
import { entityOf } from '#shared/entities/index.ts'
import { type Refusal, refuse } from '#shared/refusals.ts'
import { isMinorColumn } from '#shared/rules/imports/fileColumns.ts'
import { dayFirst } from '#shared/rules/imports/fileStyle.ts'
import { isCellFault } from '#shared/values/workbook/cellFault.ts'
import { cellsOf, type ImportFile, type RowCell } from './importFile.ts'
import { placeOfRow } from './rowPlace.ts'

/** What a field of a row is read as, or why it cannot be. */
type CellOutcome = { readonly value: unknown } | { readonly refusal: Refusal }

/**
 * The values of a row by field. A reference may be an id or what identifies the other record: a code, a number, or a
 * number within the row's own site. Amounts and times are those of the row's site, or of the record that it is about. Throws
 * the 422 of a row with more cells than columns, or of cells that mean nothing.
 */
export async function valuesOf(
  file: ImportFile,
  index: number,
  stored: RecordValues = {},
): Promise<Record<string, unknown>> {
  const extra = (file.rows[index] ?? []).slice(file.request.names.length)
  if (extra.some((cell) => cell.trim() !== '')) throw problem('LONG_ROW')
  return readCells(file, cellsOf(file, index), stored)
}

/** The values of some fields of a row, which do not depend on its place: those that find its record. */
export const keyValuesOf = (file: ImportFile, index: number, names: ReadonlySet<string>) =>
  readCells(
    file,
    cellsOf(file, index).filter(({ name }) => names.has(name)),
    {},
  )

async function readCells(file: ImportFile, cells: readonly RowCell[], stored: RecordValues) {
  const values: Record<string, unknown> = {}
  const issues: Record<string, Refusal> = {}
  for (const cell of inReadingOrder(file.entity, cells)) {
    const read = await readCell(file, cell, { ...stored, ...values })
    if ('refusal' in read) issues[cell.name] = read.refusal
    else values[cell.name] = read.value
  }
  if (Object.keys(issues).length > 0) throw invalid(issues)
  return values
}

// A number within a site is looked up by the row's own site, and an amount is read in the row's own currency and place.
function inReadingOrder(entity: Entity, cells: readonly RowCell[]): RowCell[] {
  const rank = (name: string) => {
    const kind = fieldOf(entity, name)?.kind
    return name === entity.site ? 0 : kind && kindsWithPlace.includes(kind) ? 2 : 1
  }
  return [...cells].sort((a, b) => rank(a.name) - rank(b.name))
}

async function readCell(file: ImportFile, cell: RowCell, values: RecordValues): Promise<CellOutcome> {
  const { name, text } = cell
  const field = fieldOf(file.entity, name)
  if (isCellFault(text)) return { refusal: refuse('CELL_FAULT') }
  if (!field) return { value: text }
  if (field.kind === 'reference' && field.resource) {
    const id = await idOf(file, entityOf(field.resource), text, values[file.entity.site ?? ''])
    return id === undefined ? { refusal: refuse('NOT_FOUND') } : { value: id }
  }
  const place = kindsWithPlace.includes(field.kind) ? await placeFor(file, cell, field, values) : noPlace
  return place ? readText(file, cell, field, place) : { refusal: refuse('SITE_NEEDED') }
}

/** Kinds of fields whose texts may mean something only together with a place. */
const kindsWithPlace: readonly FieldKind[] = ['money', 'instant', 'day']
const noPlace = { zone: 'UTC', currency: '' }
const elsewhere = { zone: 'Etc/GMT+12', currency: '' }

/** The zone and currency in which a cell is read; undefined where it needs those of a site that the row does not say. */
async function placeFor(file: ImportFile, cell: RowCell, field: Field, values: RecordValues) {
  if (isMinorColumn(cell.column, field)) return noPlace
  const place = await placeOfRow(file, values)
  if (place) return { zone: place.timeZone, currency: place.currency }
  // A day, and a time that names its own offset, are the same wherever they are read.
  const isFixed =
    field.kind !== 'money' && valueIn(file, cell, field, noPlace) === valueIn(file, cell, field, elsewhere)
  return isFixed ? noPlace : undefined
}

function readText(file: ImportFile, cell: RowCell, field: Field, place: typeof noPlace): CellOutcome {
  const { decimalMark, isMarkSure } = file.request
  const value = valueIn(file, cell, field, place)
  if (isMinorColumn(cell.column, field) && typeof value !== 'number')
    return { refusal: refuse('MINOR_WHOLE', { column: cell.column }) }
  if (isMarkSure || !isNumeric.includes(field.kind)) return { value }
  const other = valueIn(file, cell, field, place, decimalMark === ',' ? '.' : ',')
  if (typeof other !== 'number' || other === value || !field.schema.safeParse(other).success) return { value }
  if (typeof value !== 'number' || !field.schema.safeParse(value).success) return { value: other }
  return { refusal: refuse('NUMBER_VAGUE', { text: cell.text }) }
}

const isNumeric: readonly FieldKind[] = ['money', 'number', 'integer', 'basisPoints']

function valueIn(
  { context, request }: ImportFile,
  { text, column }: RowCell,
  field: Field,
  place: typeof noPlace,
  decimalMark = request.decimalMark,
): unknown {
  const isTime = field.kind === 'day' || field.kind === 'instant'
  const written = request.isMonthFirst && isTime ? dayFirst(text) : text
  const isStored = isMinorColumn(column, field)
  return cellValue(field, written, { ...place, decimalMark, now: context.origin.at, isStored })
}

function idOf({ references }: ImportFile, target: Entity, text: string, site: unknown): Promise<string | undefined> {
  if (isIdOf(target, text)) return Promise.resolve(text)
  const key = `${target.resource}|${String(site ?? '')}|${text}`
  const search = references.get(key) ?? idByUnique(target, text, site)
  references.set(key, search)
  return search
}

async function idByUnique(target: Entity, text: string, site: unknown): Promise<string | undefined> {
  for (const fields of target.unique ?? []) {
    const others = fields.filter((name) => name !== target.site)
    const needsSite = others.length < fields.length
    if (others.length !== 1 || (needsSite && typeof site !== 'string')) continue
    const values = fields.map((name) => (name === target.site ? site : text))
    const stored = await getByUnique(target, fields, values)
    if (stored) return stored.record.id
  }
  return undefined
}
