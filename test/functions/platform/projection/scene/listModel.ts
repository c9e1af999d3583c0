import { createHash } from 'node:crypto'
import type { Group } from '#shared/api/groups.ts'
import type { Actor } from '#shared/declaration/access.ts'
import { type AnyRecord, type Entity, fieldOf } from '#shared/declaration/entity.ts'
import { entityOf } from '#shared/entities/index.ts'
import { fold } from '#shared/values/fold.ts'

/** The world of a question: all records that there are, the zones of the sites by id, and who asks. */
export interface ModelScene {
  readonly actor: Actor
  readonly zoneOf: ReadonlyMap<string, string>
  /** Records of the entity that a search looks or a reach goes through, deleted ones not among them. */
  readonly others: ReadonlyMap<string, AnyRecord>
}

/** A question as it stands in an address. */
export interface ModelQuestion {
  readonly filter: Readonly<Record<string, unknown>>
  readonly sort: readonly string[]
}

const globalRoles = ['director', 'auditor', 'admin']
const operators = ['_eq_any', '_contains', '_empty', '_neq', '_gte', '_lte', '_gt', '_lt']

/** The records that a list should show, in order: in plain code, by other means than the product's. */
export function shouldList(
  entity: Entity,
  records: readonly AnyRecord[],
  { filter, sort }: ModelQuestion,
  scene: ModelScene,
): AnyRecord[] {
  const matches = records.filter(
    (record) => isReached(entity, record, scene.actor, scene.others) && isAsked(entity, record, filter, scene),
  )
  return matches.sort((a, b) => compareRecords(entity, a, b, sort))
}

const isGlobal = ({ roles }: Actor): boolean => roles.some((role) => globalRoles.includes(role))

/**
 * Whether a record is of the actor’s sites, not what somebody else made for themselves, and names the actor where it must,
 * or one of the other records that names the actor.
 */
export function isReached(
  entity: Entity,
  record: AnyRecord,
  actor: Actor,
  others: ReadonlyMap<string, AnyRecord> = new Map(),
): boolean {
  const { site, maker, sharedWith, hiddenFrom, reach, access } = entity
  const seesAll = actor.roles.some((role) => role === 'auditor' || role === 'admin')
  const isShared = sharedWith !== undefined && actor.roles.some((role) => role === record[sharedWith])
  if (maker && !seesAll && !isShared && record[maker] !== actor.userId) return false
  if (hiddenFrom && record[hiddenFrom] === actor.userId) return false
  const reading = actor.roles.filter((role) => access.read.includes(role))
  const isNamed = reading.some((role) => {
    const bound = reach?.[role]
    if (bound === undefined) return true
    const { by, only = {} } = typeof bound === 'string' ? { by: bound, only: {} } : bound
    if (!Object.entries(only).every(([name, values]) => values?.includes(String(record[name])))) return false
    const resource = fieldOf(entity, by)?.resource ?? ''
    if (resource === 'users') return [record[by]].flat().includes(actor.userId)
    const other = others.get(String(record[by]))
    return other !== undefined && isReached(entityOf(resource), other, { ...actor, roles: [role] }, others)
  })
  if (reading.length > 0 && !isNamed) return false
  return !site || isGlobal(actor) || actor.siteIds.includes(String(record[site]))
}

/** Whether a search looks through a record on somebody’s behalf: it is reached, and may be read at all. */
export const isSeen = (entity: Entity, record: AnyRecord, actor: Actor): boolean =>
  actor.roles.some((role) => entity.access.read.includes(role)) && isReached(entity, record, actor)

const isAsked = (entity: Entity, record: AnyRecord, filter: ModelQuestion['filter'], scene: ModelScene): boolean =>
  Object.entries(filter).every(([name, value]) =>
    name === 'q' ? isFound(entity, record, String(value), scene) : isAs(entity, record, name, value, scene),
  )

const lettersOf = (text: string): string => fold(text).replace(/[^\p{L}\p{M}\p{N}]/gu, '')

function isFound(entity: Entity, record: AnyRecord, q: string, { actor, others }: ModelScene): boolean {
  const digits = fold(q).replace(/\D/g, '')
  const isPhone = digits.length >= 4 && /^[\d\s()+./-]+$/.test(fold(q))
  const words = isPhone ? [digits.replace(/^0+(?=.)/, '')] : q.split(/\s/).map(lettersOf).filter(Boolean)
  const hasAll = ({ search }: Entity, { ...values }: AnyRecord) => {
    const fields = (search?.fields ?? []).flatMap((name) => (values[name] === undefined ? [] : [String(values[name])]))
    return words.length > 0 && words.every((word) => fields.some((text) => lettersOf(text).includes(word)))
  }
  if (hasAll(entity, record)) return true
  const through = entity.search?.through
  const other = through && others.get(String(record[through]))
  const resource = through && fieldOf(entity, through)?.resource
  return Boolean(other && resource && isSeen(entityOf(resource), other, actor) && hasAll(entityOf(resource), other))
}

/** The zone of a record's days: its site's, else that of the actor's first site, else UTC. */
export function zoneFor({ site }: Entity, record: AnyRecord, { actor, zoneOf }: ModelScene): string {
  const own = site && zoneOf.get(String(record[site]))
  const first = actor.siteIds.find((id) => zoneOf.has(id))
  return own ?? zoneOf.get(first ?? '') ?? 'UTC'
}

const formats = new Map<string, Intl.DateTimeFormat>()

/** The day on which an instant falls in a zone. */
export function localDay(instant: string, timeZone: string): string {
  const format =
    formats.get(timeZone) ??
    new Intl.DateTimeFormat('sv-SE', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' })
  formats.set(timeZone, format)
  return format.format(new Date(instant))
}

function isAs(entity: Entity, record: AnyRecord, name: string, value: unknown, scene: ModelScene): boolean {
  const operator = operators.find((ending) => name.endsWith(ending)) ?? ''
  const column = name.slice(0, name.length - operator.length)
  const field = fieldOf(entity, column)
  const actual = keyOf(entity, record, column)
  if (operator === '_empty') return (actual === undefined) === value
  const isEqual = (asked: unknown): boolean => {
    const list = record[column]
    if (Array.isArray(list)) return list.includes(asked)
    return compared(asked) === 0
  }
  const compared = (asked: unknown): number | undefined => {
    if (actual === undefined) return undefined
    const text = String(asked)
    if (field?.kind === 'instant' && !text.includes('T'))
      return order(localDay(String(record[column]), zoneFor(entity, record, scene)).slice(0, text.length), text)
    if (field?.kind === 'day') return order(String(actual).slice(0, text.length), text)
    return order(actual, keyOf(entity, { [column]: asked } as unknown as AnyRecord, column))
  }
  const by = compared(value)
  switch (operator) {
    case '':
      return isEqual(value)
    case '_neq':
      return !isEqual(value)
    case '_eq_any':
      return [value].flat().some(isEqual)
    case '_contains':
      return actual !== undefined && String(actual).includes(fold(String(value)) || String(value))
    case '_gt':
      return by !== undefined && by > 0
    case '_gte':
      return by !== undefined && by >= 0
    case '_lt':
      return by !== undefined && by < 0
    default:
      return by !== undefined && by <= 0
  }
}

const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex')

type SortKey = string | number | undefined

/** What a value is ordered and compared by; undefined where there is none. */
function keyOf(entity: Entity, record: AnyRecord, name: string): SortKey {
  const value = record[name]
  const field = fieldOf(entity, name)
  if (value === undefined || !field) return value === undefined ? undefined : String(value)
  if (field.kind === 'instant') return Date.parse(String(value))
  if (field.kind === 'choice') return field.choices?.indexOf(String(value))
  // Records that refer to the same one stand together, in an order that is the same everywhere.
  if (field.kind === 'reference') return Number.parseInt(hashOf(String(value)).slice(0, 16), 16)
  if (['text', 'longText', 'term', 'email', 'phone'].includes(field.kind)) return fold(String(value)) || String(value)
  if (Array.isArray(value)) return value.length === 0 ? undefined : JSON.stringify(value)
  if (typeof value === 'object') return undefined
  return typeof value === 'string' ? value : Number(value)
}

// Texts are in the order of their UTF-8 bytes.
const order = (a: SortKey, b: SortKey): number => {
  if (typeof a === 'string' && typeof b === 'string') return Buffer.compare(Buffer.from(a), Buffer.from(b))
  return Number(a) - Number(b)
}

function compareRecords(entity: Entity, a: AnyRecord, b: AnyRecord, sort: readonly string[]): number {
  const asked = sort.length > 0 ? sort : entity.order.flat()
  const keys = Array.from({ length: asked.length / 2 }, (_, index) => asked.slice(2 * index, 2 * index + 2))
  for (const [name = '', direction] of [...keys, ['id', asked[1] ?? 'ASC']]) {
    const [left, right] = [keyOf(entity, a, name), keyOf(entity, b, name)]
    if (left === right) continue
    // Whatever the direction, records without a value come last.
    if (left === undefined || right === undefined) return left === undefined ? 1 : -1
    return order(left, right) * (direction === 'DESC' ? -1 : 1)
  }
  return 0
}

/** The groups that there should be, by their keys as JSON. */
export function shouldGroup(
  entity: Entity,
  listed: readonly AnyRecord[],
  by: readonly string[],
  sum: readonly string[],
  scene: ModelScene,
): Map<string, Group> {
  const groups = new Map<string, Group>()
  // The text of a group is written as in the record with the smallest id.
  for (const record of [...listed].sort((a, b) => order(a.id, b.id))) {
    const keys = by.map((name) => groupKey(entity, record, name, scene))
    const place = JSON.stringify(keys.map(({ folded }) => folded ?? null))
    const known = groups.get(place)
    const sums = Object.fromEntries(sum.map((name) => [name, (known?.sums[name] ?? 0) + Number(record[name] ?? 0)]))
    const key = known?.key ?? Object.fromEntries(by.map((name, index) => [name, keys[index]?.shown ?? null]))
    groups.set(place, { key, count: (known?.count ?? 0) + 1, sums })
  }
  return new Map([...groups.values()].map((group) => [JSON.stringify(group.key), group]))
}

function groupKey(entity: Entity, record: AnyRecord, name: string, scene: ModelScene) {
  const [column = '', span] = name.split(':')
  const value = record[column]
  const kind = fieldOf(entity, column)?.kind
  const length = span === 'month' ? 7 : 10
  if (value === undefined) return { folded: undefined, shown: null }
  const day = kind === 'instant' ? localDay(String(value), zoneFor(entity, record, scene)) : String(value)
  const shown = span ? day.slice(0, length) : (value as string | number | boolean)
  return { folded: kind === 'text' || kind === 'term' ? keyOf(entity, record, column) : shown, shown }
}
