import { inputsOf } from '#admin/entity/declaredFields.ts'
import type { Me } from '#admin/provider/contract.ts'
import type { ImportBody } from '#shared/api/transfer.ts'
import { type Entity, fieldOf } from '#shared/declaration/entity.ts'
import { columnNameOf } from '#shared/rules/imports/fileColumns.ts'
import { importKeys } from '#shared/rules/imports/importColumns.ts'
import type { ImportTable } from './file/importTable.ts'

type Mode = ImportBody['mode']

/** Which field each column of a file is; null for one that is left out. */
export type ColumnMapping = Readonly<Record<string, string | null>>

/** How a file is imported. */
export interface ImportPlan {
  readonly mapping: ColumnMapping
  readonly mode: Mode
  /** Whether the person chose the mode, or it follows from the columns. */
  readonly isChosen?: boolean
  /** The columns that find the records to change, as the API names them. */
  readonly key?: string
}

/** Why a plan cannot be imported: the key of a sentence in `transfer`, and the fields it names. */
interface Obstacle {
  readonly says: 'noColumn' | 'missing' | 'noKey'
  readonly fields: readonly string[]
}

/** The fields that a column may be, for this person: those of the form, and those that find a record. */
export function fieldsFor(entity: Entity, me: Me, modes: readonly Mode[]): string[] {
  const inputs = [...inputsOf(entity, me, 'create'), ...inputsOf(entity, me)].filter(({ isEditable }) => isEditable)
  const keys = modes.includes('update') ? importKeys(entity).flat() : []
  return [...new Set([...keys.filter((name) => name === 'id'), ...inputs.map(({ name }) => name), ...keys])]
}

/** Columns without a name or with the name of an earlier one; a mapping by name cannot include them. */
export const nameless = (header: readonly string[]): string[] =>
  header.filter((name, index) => name === '' || header.indexOf(name) !== index)

/** The first mapping: a column is the field with its name in files, or the field with its label in the person's language. */
export function proposed(
  entity: Entity,
  header: readonly string[],
  fields: readonly string[],
  label: (field: string) => string,
): ColumnMapping {
  const namesOf = (field: string) => [field, columnNameOf(field, fieldOf(entity, field))]
  const same = (a: string, b: string) => plain(a) === plain(b)
  const used = new Set<string>()
  const ambiguous = nameless(header)
  return Object.fromEntries(
    header.map((column) => {
      const match = ambiguous.includes(column)
        ? undefined
        : (fields.find((field) => namesOf(field).some((name) => same(name, column))) ??
          fields.find((field) => same(label(field), column)))
      if (match === undefined || used.has(match)) return [column, null]
      used.add(match)
      return [column, match]
    }),
  )
}

const plain = (text: string): string => text.trim().replace(/\s+/g, ' ').toLocaleLowerCase()

// Another column with this field loses it.
const mapped = (mapping: ColumnMapping, column: string, field: string | null): ColumnMapping =>
  Object.fromEntries(
    Object.entries(mapping).map(([name, is]) => [name, name === column ? field : is === field ? null : is]),
  )

/** The keys whose fields all are columns, each as the API names it. */
export function keysIn(entity: Entity, mapping: ColumnMapping): string[] {
  const fields = Object.values(mapping)
  return importKeys(entity)
    .filter((key) => key.every((name) => fields.includes(name)))
    .map((key) => key.join('+'))
}

/** The first plan: a file whose columns find records changes them, another one adds. */
export function firstPlan(entity: Entity, mapping: ColumnMapping, modes: readonly Mode[]): ImportPlan {
  const [key] = keysIn(entity, mapping)
  const best: Mode = key === undefined ? 'insert' : key === 'id' ? 'update' : 'upsert'
  return { mapping, mode: modes.find((mode) => mode === best) ?? modes[0] ?? 'insert', key }
}

/** The plan with another field for a column; the mode follows from the columns until the person chose one. */
export function remapped(
  entity: Entity,
  plan: ImportPlan,
  modes: readonly Mode[],
  column: string,
  field: string | null,
): ImportPlan {
  const mapping = mapped(plan.mapping, column, field)
  return plan.isChosen ? { ...plan, mapping } : firstPlan(entity, mapping, modes)
}

/** The key of a plan: the chosen one while the columns have it, else the first that they have. */
export function keyOf(entity: Entity, { mapping, mode, key }: ImportPlan): string | undefined {
  if (mode === 'insert') return undefined
  const keys = keysIn(entity, mapping)
  return keys.find((each) => each === key) ?? keys[0]
}

/** Required fields without a column. */
export const missingIn = (entity: Entity, { mapping }: ImportPlan): string[] =>
  Object.entries(entity.fields).flatMap(([name, { isRequired }]) =>
    isRequired && !Object.values(mapping).includes(name) ? [name] : [],
  )

/** The reasons why the API would refuse a plan. */
export function obstaclesOf(entity: Entity, plan: ImportPlan): Obstacle[] {
  const key = keyOf(entity, plan)?.split('+') ?? []
  const counts = (name: string | null) => name !== null && (Object.hasOwn(entity.fields, name) || key.includes(name))
  const missing = plan.mode === 'insert' ? missingIn(entity, plan) : []
  return [
    ...(Object.values(plan.mapping).some((name) => name !== 'id' && counts(name))
      ? []
      : [{ says: 'noColumn', fields: [] } as const]),
    ...(plan.mode !== 'insert' && key.length === 0 ? [{ says: 'noKey', fields: [] } as const] : []),
    ...(missing.length > 0 ? [{ says: 'missing', fields: missing } as const] : []),
  ]
}

/** The request of an import: with the text of its file, or with the upload that brought a long one. */
export const bodyOf = (
  entity: Entity,
  table: ImportTable,
  plan: ImportPlan,
  dryRun: boolean,
  uploadId?: string,
): ImportBody => ({
  ...(uploadId === undefined ? { file: String(table.content) } : { uploadId }),
  mapping: { ...plan.mapping },
  mode: plan.mode,
  ...(plan.mode !== 'insert' && { key: keyOf(entity, plan) }),
  dryRun,
  ...(table.sheet !== undefined && { sheet: table.sheet }),
})
