import type { Group } from '#admin/provider/contract.ts'
import { type Entity, fieldOf } from '#shared/declaration/entity.ts'
import type { ColumnFilter } from '../filter/comparisons.ts'
import { partsOfGroup } from './groupWords.ts'

/** A value of the column by which a list is grouped, with the amounts of its records in each currency. */
export interface GroupRow {
  readonly value: Group['key'][string]
  readonly count: number
  readonly sums: readonly Sum[]
}

interface Sum {
  readonly name: string
  readonly minor: number
  readonly currency: string
}

/**
 * The groups of a list, one a value: choices in their declared order, the newest time first, else the largest first.
 * Amounts of records that name no currency are in `currency`.
 */
export function groupRows(entity: Entity, group: string, groups: readonly Group[], currency: string): GroupRow[] {
  const rows = new Map<GroupRow['value'], GroupRow>()
  for (const { key, count, sums } of groups) {
    const value = key[group] ?? null
    const before = rows.get(value)
    const added = Object.entries(sums).map(([name, minor]) => ({
      name,
      minor,
      currency: typeof key.currency === 'string' ? key.currency : currency,
    }))
    rows.set(value, { value, count: count + (before?.count ?? 0), sums: added.reduce(withSum, before?.sums ?? []) })
  }
  const [column] = partsOfGroup(group)
  const { kind, choices } = fieldOf(entity, column) ?? {}
  const isTime = kind === 'day' || kind === 'instant'
  const places = new Map(choices?.map((choice, place) => [choice, place]))
  const placeOf = ({ value }: GroupRow) => places.get(String(value)) ?? places.size
  return [...rows.values()].toSorted(
    (a, b) =>
      placeOf(a) - placeOf(b) ||
      (isTime ? String(b.value ?? '').localeCompare(String(a.value ?? '')) : b.count - a.count),
  )
}

/** Sums with one more amount, which is added to that of its column and currency. */
function withSum(sums: readonly Sum[], { name, minor, currency }: Sum): readonly Sum[] {
  if (minor === 0) return sums
  const same = sums.find((sum) => sum.name === name && sum.currency === currency)
  return [...sums.filter((sum) => sum !== same), { name, minor: minor + (same?.minor ?? 0), currency }]
}

/** The filter that finds the records of a group. */
export function groupFilter(entity: Entity, group: string, value: GroupRow['value']): ColumnFilter {
  const [name] = partsOfGroup(group)
  if (value === null) return { name, comparison: 'empty', values: [] }
  const { kind } = fieldOf(entity, name) ?? {}
  const isTime = kind === 'day' || kind === 'instant'
  return { name, comparison: !isTime ? 'is' : String(value).length === 7 ? 'inMonth' : 'on', values: [value] }
}
