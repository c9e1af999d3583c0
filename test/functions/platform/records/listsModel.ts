import fc from 'fast-check'
import type { Actor } from '#shared/declaration/access.ts'
import type { AnyRecord } from '#shared/declaration/entity.ts'

/** The scene of the random lists: ids of the sites, and of a patient of each. */
export interface ModelScene {
  readonly siteIds: readonly string[]
  readonly patientIds: readonly string[]
}

const statuses = ['received', 'resolved', 'closed'] as const

/** A random case; small ranges, so that values meet. */
const randomCase = fc.record({
  site: fc.nat(2),
  status: fc.constantFrom(...statuses),
  severity: fc.constantFrom('routine', 'major'),
  type: fc.constantFrom('complaint', 'enquiry'),
  day: fc.nat(70),
  minute: fc.nat(3),
})
type RandomCase = typeof randomCase extends fc.Arbitrary<infer T> ? T : never

/** Days from October 2026 on, so that months and the end of a year are crossed. */
const instantOf = (day: number, minute: number): string =>
  new Date(Date.UTC(2026, 9, 25 + day, 12, minute)).toISOString()

/** The values of a random case in a scene. */
export const valuesOf = ({ site, day, minute, ...values }: RandomCase, { siteIds, patientIds }: ModelScene) => ({
  ...values,
  receivedAt: instantOf(day, minute),
  siteId: siteIds[site] ?? '',
  patientId: patientIds[site] ?? '',
})

/** One change of the cases; `index` chooses among those there are. */
export type ModelAction =
  | { readonly do: 'create'; readonly to: RandomCase }
  | { readonly do: 'patch'; readonly index: number; readonly to: RandomCase }
  | { readonly do: 'delete' | 'restore'; readonly index: number }

const action: fc.Arbitrary<ModelAction> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ do: fc.constant('create' as const), to: randomCase }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('patch' as const), index: fc.nat(99), to: randomCase }) },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constantFrom('delete' as const, 'restore' as const), index: fc.nat(99) }),
  },
)
export const actions: fc.Arbitrary<ModelAction[]> = fc.array(action, { minLength: 1, maxLength: 40 })

/** One reading of the list: who, with which filter and order, from where, and by how many. */
export interface ModelRead {
  readonly who: number
  readonly filter: Readonly<Record<string, unknown>>
  readonly order: 'ASC' | 'DESC'
  readonly offset: number
  readonly limit: number
}

const bound = fc
  .tuple(fc.nat(75), fc.constantFrom(4, 7, 10, 24))
  .map(([day, length]) => instantOf(day, 1).slice(0, length))
const condition: fc.Arbitrary<[string, unknown]> = fc.oneof(
  fc.tuple(fc.constantFrom('siteId', 'patientId'), fc.nat(2)),
  fc.tuple(fc.constant('siteId_eq_any'), fc.subarray([0, 1, 2], { minLength: 1 })),
  fc.tuple(fc.constantFrom('status', 'status_neq'), fc.constantFrom(...statuses)),
  fc.tuple(fc.constant('status_eq_any'), fc.subarray([...statuses], { minLength: 1 })),
  fc.tuple(fc.constant('severity'), fc.constantFrom('routine', 'major')),
  fc.tuple(fc.constant('type'), fc.constantFrom('complaint', 'enquiry')),
  fc.tuple(fc.constant('isOpen'), fc.constant(true)),
  fc.tuple(fc.constantFrom('receivedAt', 'receivedAt_gte', 'receivedAt_lte', 'receivedAt_gt', 'receivedAt_lt'), bound),
)
const reading: fc.Arbitrary<ModelRead> = fc.record({
  who: fc.nat(3),
  filter: fc.array(condition, { maxLength: 3 }).map((conditions) => Object.fromEntries(conditions)),
  order: fc.constantFrom('ASC' as const, 'DESC' as const),
  offset: fc.oneof(fc.constant(0), fc.nat(30)),
  limit: fc.integer({ min: 1, max: 9 }),
})
export const readings: fc.Arbitrary<ModelRead[]> = fc.array(reading, { minLength: 4, maxLength: 8 })

/** The filter with ids of the scene instead of its random numbers. */
export function withIds({ filter, ...rest }: ModelRead, { siteIds, patientIds }: ModelScene): ModelRead {
  const idOf = (name: string) => (value: unknown) =>
    typeof value !== 'number' ? value : (name === 'patientId' ? patientIds : siteIds)[value]
  const ids = Object.entries(filter).map(([name, value]) => [
    name,
    Array.isArray(value) ? value.map(idOf(name)) : idOf(name)(value),
  ])
  return { ...rest, filter: Object.fromEntries(ids) }
}

/** What the list should contain, in order, computed from all records in memory by other means than the product's. */
export function shouldList(records: Iterable<AnyRecord>, { filter, order }: ModelRead, actor: Actor): AnyRecord[] {
  const isGlobal = actor.roles.includes('director')
  const matches = [...records].filter(
    (record) =>
      record.deletedAt === undefined &&
      (isGlobal || actor.siteIds.includes(String(record.siteId))) &&
      Object.entries(filter).every(([name, value]) => fits(record, name, value)),
  )
  const by = (record: AnyRecord) => Date.parse(String(record.receivedAt))
  return matches.sort((a, b) => (order === 'ASC' ? by(a) - by(b) : by(b) - by(a)))
}

function fits(record: AnyRecord, name: string, value: unknown): boolean {
  const [, field = '', operator = 'eq'] = /^(\w+?)(?:_(eq_any|neq|gte|lte|gt|lt))?$/.exec(name) ?? []
  if (field !== 'receivedAt') {
    if (operator === 'eq_any') return Array.isArray(value) && value.includes(record[field])
    return operator === 'neq' ? record[field] !== value : record[field] === value
  }
  const edge = String(value)
  const actual = String(record.receivedAt).slice(0, edge.length)
  if (operator === 'eq') return actual === edge
  if (operator.startsWith('g')) return operator === 'gt' ? actual > edge : actual >= edge
  return operator === 'lt' ? actual < edge : actual <= edge
}
