import type { Condition } from '#shared/api/condition.ts'
import { type Actor, inRole, may, type ReachTest, reachOf } from '#shared/declaration/access.ts'
import { type Entity, fieldOf } from '#shared/declaration/entity.ts'
import { entityOf } from '#shared/entities/index.ts'
import { searchWords } from '#shared/values/search.ts'
import { cellOf, foldedText, formOf } from '../file/cells.ts'
import { quoted, tableOf } from '../file/tables.ts'
import { allOf, anyOf, equal, oneOf, part, partOf, partOn, type SqlPart } from './sqlPart.ts'
import { dayPart, type SiteZones, timeParts } from './time.ts'

/** What a question asks of the records of an entity. */
export interface Filter {
  readonly conditions: readonly Condition[]
  readonly q?: string
}

/** Everything a record must be to be in an answer: within the actor's reach, and as the filter says. */
export const whereOf = (entity: Entity, filter: Filter, actor: Actor, zones: SiteZones): SqlPart[] => [
  ...reachParts(entity, actor),
  ...filter.conditions.flatMap((condition) => conditionParts(entity, condition, zones)),
  ...(filter.q === undefined ? [] : [searchSql(entity, filter.q, actor)]),
]

/** What the actor's records must have, as parts of a statement. */
const reachParts = (entity: Entity, actor: Actor): SqlPart[] =>
  reachOf(actor, entity).map((test) => reachPart(entity, actor, test))

function reachPart(entity: Entity, actor: Actor, test: ReachTest): SqlPart {
  if ('otherThan' in test) return conditionPart(entity, { field: test.field, operator: 'neq', value: test.otherThan })
  if ('field' in test) return holdsOne(entity, test.field, test.values)
  if ('through' in test) return amongOf(test.through, entityOf(test.resource), inRole(actor, test.role))
  const parts = ('any' in test ? test.any : test.all).map((each) => reachPart(entity, actor, each))
  return 'any' in test ? anyOf(parts) : allOf(parts)
}

/** A reference names a record that the actor sees, and of which more may be asked. */
function amongOf(reference: string, target: Entity, actor: Actor, asked: readonly SqlPart[] = []): SqlPart {
  const { sql, values } = allOf([...reachParts(target, actor), ...asked])
  const among = `${quoted(reference)} IN (SELECT "record key" FROM ${tableOf(target).name} WHERE ${sql})`
  return partOn(reference, among, ...values)
}

/** A column has one of some values, or a list has one of them. */
function holdsOne(entity: Entity, name: string, values: readonly string[]): SqlPart {
  const field = fieldOf(entity, name)
  if (field && formOf(field) === 'list') {
    // Most lists do not have the text of an id at all, which is known four times as quickly as what they hold.
    const near = anyOf(values.map((value) => partOf([name], `instr(${quoted(name)}, ?) > 0`, value)))
    return { ...allOf([near, listSql(entity, name, 'any', values)]), reads: [name] }
  }
  return oneOf(
    name,
    values.map((value) => (field ? cellOf(field, value) : value)),
  )
}

function searchSql(entity: Entity, q: string, actor: Actor): SqlPart {
  const words = searchWords(q).map((word) => part('instr("search text", ?) > 0', word))
  // Of a text that is punctuation only nothing is left to be found.
  const own = words.length > 0 ? allOf(words) : part('0')
  const through = entity.search?.through
  const resource = through && fieldOf(entity, through)?.resource
  const people = resource ? entityOf(resource) : undefined
  if (!through || !people || !may(actor, people, 'read')) return own
  return anyOf([own, amongOf(through, people, actor, [own])])
}

function conditionParts(entity: Entity, condition: Condition, zones: SiteZones): SqlPart[] {
  const isTime = fieldOf(entity, condition.field)?.kind === 'instant' && condition.operator !== 'empty'
  return isTime ? timeParts(entity, condition, zones) : [conditionPart(entity, condition)]
}

function conditionPart(entity: Entity, { field: name, operator, value }: Condition): SqlPart {
  const field = fieldOf(entity, name)
  if (!field) return partOf([], '0')
  const column = quoted(name)
  const form = formOf(field)
  if (operator === 'empty') return partOn(name, `${column} IS ${value === true ? '' : 'NOT '}NULL`)
  if (operator === 'contains') return part(`instr(${column}, ?) > 0`, foldedText(String(value)))
  if (form === 'list') return listSql(entity, name, operator, value)
  if (field.kind === 'day') return dayPart(name, operator, value)
  if (operator === 'any')
    return oneOf(
      name,
      [value].flat().map((each) => cellOf(field, each)),
    )
  const cell = cellOf(field, value)
  if (operator === 'eq') return equal(name, cell)
  if (operator === 'neq') return partOf([name], `${column} IS NOT ?`, cell)
  return partOn(name, `${column} ${signs[operator]} ?`, cell)
}

const signs = { gt: '>', gte: '>=', lt: '<', lte: '<=' } as const

function listSql(entity: Entity, name: string, operator: Condition['operator'], value: unknown): SqlPart {
  const values = [value].flat()
  // With its table: `json_each` has columns of its own, such as "value", which would stand before those of a record.
  const column = `${tableOf(entity).name}.${quoted(name)}`
  const has = `EXISTS (SELECT 1 FROM json_each(${column}) WHERE "value" IN (${values.map(() => '?').join(', ')}))`
  return part(operator === 'neq' ? `NOT ${has}` : has, ...values)
}
