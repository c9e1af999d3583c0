import { inputsOf } from '#admin/entity/declaredFields.ts'
import type { Me } from '#admin/provider/contract.ts'
import type { ImportBody } from '#shared/api/transfer.ts'
import type { Entity } from '#shared/declaration/entity.ts'
import { importKeys } from '#shared/rules/imports/importColumns.ts'
import type { ImportTable } from './table.ts'

type Mode = ImportBody['mode']

/** Which field each column of a file is; null for one that is left out. */
export type ColumnMapping = Readonly<Record<string, string | null>>

/** How a file is to be understood. */
export interface ImportPlan {
  readonly mapping: ColumnMapping
  readonly mode: Mode
  /** Whether the person chose the mode, or it follows from the columns. */
  readonly isChosen?: boolean
  /** What finds the records that are changed. */
  readonly key?: string
}

/** Why a plan cannot be carried out: the sentence of `transfer` that says so, and fields to name in it. */
export interface Obstacle {
  readonly says: 'noColumn' | 'missing' | 'noKey'
  readonly fields: readonly string[]
}

/** The fields that a column may be, for this person: those of the form, and what finds a record. */
export function fieldsFor(entity: Entity, me: Me, modes: readonly Mode[]): string[] {
  const inputs = [...inputsOf(entity, me, 'create'), ...inputsOf(entity, me)].filter(({ isEditable }) => isEditable)
  const keys = modes.includes('update') ? importKeys(entity).flat() : []
  return [...new Set([...keys.filter((name) => name === 'id'), ...inputs.map(({ name }) => name), ...keys])]
}

/** Columns that bear the name of another before them, and columns without a name; they cannot be told apart. */
export const nameless = (header: readonly string[]): string[] =>
  header.filter((name, index) => name === '' || header.indexOf(name) !== index)

/** The mapping to begin with: a column is the field that has its name, or whose words in the person's language it bears. */
export function proposed(
  header: readonly string[],
  fields: readonly string[],
  label: (field: string) => string,
): ColumnMapping {
  const same = (a: string, b: string) => plain(a) === plain(b)
  const taken = new Set<string>()
  const vague = nameless(header)
  return Object.fromEntries(
    header.map((column) => {
      const found = vague.includes(column)
        ? undefined
        : (fields.find((field) => same(field, column)) ?? fields.find((field) => same(label(field), column)))
      if (found === undefined || taken.has(found)) return [column, null]
      taken.add(found)
      return [column, found]
    }),
  )
}

const plain = (text: string): string => text.trim().replace(/\s+/g, ' ').toLocaleLowerCase()

// The column that was that field before is left out.
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

/** How a file is understood until the person says otherwise: one that names records changes them. */
export function firstPlan(entity: Entity, mapping: ColumnMapping, modes: readonly Mode[]): ImportPlan {
  const [key] = keysIn(entity, mapping)
  const wanted: Mode = key === undefined ? 'insert' : key === 'id' ? 'update' : 'upsert'
  return { mapping, mode: modes.find((mode) => mode === wanted) ?? modes[0] ?? 'insert', key }
}

/** The plan with a column made a field; its mode follows until the person chose one. */
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

/** The key a plan goes by: the one chosen while the columns have it, else the first they have. */
export function keyOf(entity: Entity, { mapping, mode, key }: ImportPlan): string | undefined {
  if (mode === 'insert') return undefined
  const keys = keysIn(entity, mapping)
  return keys.find((each) => each === key) ?? keys[0]
}

/** Fields that a new record must have and that no column is. */
export const missingIn = (entity: Entity, { mapping }: ImportPlan): string[] =>
  Object.entries(entity.fields).flatMap(([name, { isRequired }]) =>
    isRequired && !Object.values(mapping).includes(name) ? [name] : [],
  )

/** What stands in the way of a plan, as the API would refuse it. */
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

/** The request of an import. */
export const bodyOf = (entity: Entity, table: ImportTable, plan: ImportPlan, dryRun: boolean): ImportBody => ({
  file: table.text,
  mapping: { ...plan.mapping },
  mode: plan.mode,
  ...(plan.mode !== 'insert' && { key: keyOf(entity, plan) }),
  dryRun,
})
