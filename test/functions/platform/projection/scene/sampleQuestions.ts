import fc from 'fast-check'
import { isListKind, operatorsOf } from '#shared/api/condition.ts'
import { groupColumns, sumColumns } from '#shared/api/groups.ts'
import { type Entity, fieldOf } from '#shared/declaration/entity.ts'
import type { Field } from '#shared/declaration/field.ts'
import { valuesOf } from './sampleRecords.ts'

/** One question: who asks for which records in which order, from where and by how many, and how they are grouped. */
export interface SampleQuestion {
  readonly who: number
  readonly filter: Readonly<Record<string, unknown>>
  readonly sort: readonly string[]
  readonly offset: number
  readonly limit: number
  readonly by: readonly string[]
  readonly sum: readonly string[]
}

const endings = { eq: '', neq: '_neq', gt: '_gt', gte: '_gte', lt: '_lt', lte: '_lte', any: '_eq_any' } as const

/** What may be asked of a field: whole values, beginnings of times, and parts of texts. */
function askedValues(field: Field): readonly unknown[] {
  const values = [...new Set(valuesOf(field).flat())].filter((value) => typeof value !== 'object')
  if (field.kind === 'instant')
    return values.flatMap((value) => [4, 7, 10, 24].map((length) => String(value).slice(0, length)))
  if (field.kind === 'day') return values.flatMap((value) => [4, 7, 10].map((length) => String(value).slice(0, length)))
  const isAnyText = isListKind(field.kind) || operatorsOf(field.kind).includes('contains')
  return field.choices || isAnyText ? values : values.filter((value) => field.schema.safeParse(value).success)
}

/** Any operator on any column, with a value of its kind. */
function condition(entity: Entity): fc.Arbitrary<[string, unknown]> {
  const columns = entity.columns.flatMap((name) => {
    const field = fieldOf(entity, name)
    return field ? [{ name, field }] : []
  })
  return fc.constantFrom(...columns).chain(({ name, field }) =>
    fc.constantFrom(...operatorsOf(field.kind)).chain((operator): fc.Arbitrary<[string, unknown]> => {
      const value = fc.constantFrom(...askedValues(field))
      if (operator === 'empty') return fc.boolean().map((isEmpty) => [`${name}_empty`, isEmpty])
      if (operator === 'any')
        return fc.array(value, { minLength: 1, maxLength: 4 }).map((all) => [`${name}_eq_any`, all])
      if (operator === 'contains') return partOf(value).map((text) => [`${name}_contains`, text])
      return value.map((each) => [`${name}${endings[operator]}`, each])
    }),
  )
}

const partOf = (text: fc.Arbitrary<unknown>): fc.Arbitrary<string> =>
  fc.tuple(text, fc.nat(6), fc.integer({ min: 1, max: 8 })).map(([whole, from, length]) => {
    const letters = [...String(whole)]
    return letters.slice(from % letters.length, (from % letters.length) + length).join('')
  })

const searched = [
  'mariam',
  'saleh mar',
  'alharbi',
  'al-harbi yous',
  'حربي',
  'الحربي',
  '明',
  '小明',
  'berzins',
  'strasse',
  '0123',
  '٠١٢٣',
  '+966 50 123',
  '0501234567',
  'na',
  '!? ar',
  'नम',
  '﨑',
  'harbour lost',
]

const direction = fc.constantFrom('ASC', 'DESC')

/** A random question about an entity. */
export const sampleQuestion = (entity: Entity): fc.Arbitrary<SampleQuestion> =>
  fc
    .record({
      who: fc.nat(6),
      conditions: fc.array(condition(entity), { maxLength: 3 }),
      q: fc.option(fc.constantFrom(...searched), { freq: 3, nil: undefined }),
      sort: fc.array(fc.tuple(fc.constantFrom('id', ...entity.columns), direction), { maxLength: 3 }),
      offset: fc.oneof(fc.constant(0), fc.nat(30)),
      limit: fc.integer({ min: 1, max: 9 }),
      by: fc.uniqueArray(fc.constantFrom(...groupColumns(entity)), { minLength: 1, maxLength: 3 }),
      sum: fc.subarray(sumColumns(entity)).map((names) => names.slice(0, 4)),
    })
    .map(({ conditions, q, sort, ...rest }) => ({
      ...rest,
      filter: { ...Object.fromEntries(conditions), ...(q && entity.search && { q }) },
      sort: sort.flat(),
    }))
