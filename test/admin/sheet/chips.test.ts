import { expect, test } from 'vitest'
import { columnsOf } from '#admin/entity/declaredFields.ts'
import { i18nProvider } from '#admin/language/i18n.ts'
import { wordsOf } from '#admin/language/words.ts'
import { columnFilters, filterOf } from '#admin/sheet/filter/comparisons.ts'
import { filterText } from '#admin/sheet/filter/filterText.ts'
import { readParameters } from '#admin/sheet/view/readParameters.ts'
import { conditionOf, operatorsOf } from '#shared/api/condition.ts'
import type { Entity } from '#shared/declaration/entity.ts'
import type { Field } from '#shared/declaration/field.ts'
import { entities, entityOf } from '#shared/entities/index.ts'
import { person } from '#test/admin/fake/person.ts'

const admin = person('admin')
const endings = {
  eq: '',
  neq: '_neq',
  any: '_eq_any',
  contains: '_contains',
  gt: '_gt',
  gte: '_gte',
  lt: '_lt',
  lte: '_lte',
  empty: '_empty',
}

/** A value that a filter may compare a field with. */
function comparedValue({ kind, choices, resource, terms }: Field): unknown {
  if (choices) return choices[0]
  if (resource) return `${entityOf(resource).prefix}_01J7M4VHCQWSWZN2E66X7BJTTD`
  if (kind === 'boolean') return true
  if (kind === 'currency') return 'SAR'
  if (kind === 'day' || kind === 'instant') return '2026-03-15'
  if (['money', 'integer', 'number', 'basisPoints'].includes(kind)) return 1
  return terms ? 'cardiology' : 'nasser'
}

/** Every filter that a link may have on a column, one at a time. */
const filtersOf = (entity: Entity) =>
  columnsOf(entity, admin).flatMap(({ name, field }) =>
    operatorsOf(field.kind).map((operator) => {
      const value = comparedValue(field)
      return {
        [`${name}${endings[operator]}`]: operator === 'empty' ? true : operator === 'any' ? [value, value] : value,
      }
    }),
  )

const words = { ...wordsOf(i18nProvider.translate), locale: 'en' }
const conditionsOf = (entity: Entity, filter: object) =>
  Object.entries(filter).map(([name, value]) => conditionOf(entity, name, value))

test.each(entities.map((entity) => [entity.resource, entity] as const))(
  '%s: every filter of a link has one chip that says it, and asks the same when it is changed',
  (resource, entity) => {
    const context = { resource, words, locale: 'en', zone: 'Asia/Riyadh', currency: 'SAR', titleOf: () => 'Huda' }
    for (const filter of filtersOf(entity)) {
      const { parameters } = readParameters(
        entity,
        admin,
        `?${new URLSearchParams({ filter: JSON.stringify(filter) })}`,
      )
      if (Object.keys(parameters.filter).length === 0) continue
      const chips = columnFilters(entity, parameters.filter)
      expect(chips, JSON.stringify(filter)).toHaveLength(1)
      for (const chip of chips) expect(filterText(entity, chip, context).trim(), JSON.stringify(filter)).not.toBe('')
      expect(conditionsOf(entity, filterOf(chips, undefined))).toEqual(conditionsOf(entity, parameters.filter))
    }
  },
)

test.each(entities.map((entity) => [entity.resource, entity] as const))(
  '%s: all filters of a link together have a chip each, or one for both ends of a span',
  (_, entity) => {
    for (const filters of [filtersOf(entity).slice(0, 20), filtersOf(entity).slice(20, 40)]) {
      const filter = Object.assign({}, ...filters)
      const conditions = conditionsOf(entity, filter)
      const chips = columnFilters(entity, filter)
      const spans = chips.filter(({ comparison }) => comparison === 'between').length
      expect(chips.length + spans).toBe(conditions.length)
    }
  },
)

test('two filters of one column that could be written alike both stand when another one is taken away', () => {
  const filter = { status: 'received', status_eq_any: ['received'], severity: 'major' }
  const chips = columnFilters(entityOf('cases'), filter)
  const rest = filterOf(
    chips.filter(({ name }) => name !== 'severity'),
    undefined,
  )
  expect(rest).toEqual({ status: 'received', status_eq_any: ['received'] })
})
