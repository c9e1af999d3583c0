import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type AnyRecord, allFields, type Entity } from '#shared/declaration/entity.ts'
import type { Field, Fields } from '#shared/declaration/field.ts'
import { entities } from '#shared/entities/index.ts'
import { Response } from '#shared/entities/response.ts'
import { endedValues, erasedValues } from '#shared/rules/patients/erasedValues.ts'

const personalEntities = entities.filter(({ subject }) => subject !== undefined)
const each = personalEntities.map((entity) => [entity.resource, entity] as const)
const questions = [
  { qid: 'overall', type: 'nps11' },
  { qid: 'good', type: 'choices' },
  { qid: 'why', type: 'text' },
] as const

/** Words of a person, each with a mark by which it is found again. */
const personalWord = fc.stringMatching(/^[A-Za-zء-ي]{3,12}$/).map((word) => `Secret ${word}`)

const valueFor = (field: Field): fc.Arbitrary<unknown> => {
  switch (field.kind) {
    case 'phone':
      return fc.integer({ min: 1e8, max: 9e8 }).map((number) => `+9667${number}`)
    case 'email':
      return fc.integer({ min: 1, max: 999 }).map((number) => `secret-${number}@example.test`)
    case 'day':
      return fc.integer({ min: 1, max: 28 }).map((day) => `1987-02-${String(day).padStart(2, '0')}`)
    case 'group':
      return valuesOf(field.fields ?? {})
    case 'list':
      return fc.array(valuesOf(field.fields ?? {}), { minLength: 1, maxLength: 2 })
    case 'choice':
      return fc.constantFrom(...(field.choices ?? []))
    case 'data':
      return fc.record({ overall: fc.constant('9'), good: fc.constant(['doctor']), why: personalWord })
    default:
      return personalWord
  }
}
const valuesOf = (fields: Fields) =>
  fc.record(Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, valueFor(field)])))

/** A record with every personal value there can be. */
const recordsOf = (entity: Entity): fc.Arbitrary<AnyRecord> => {
  const personal = Object.entries(allFields(entity)).filter(([, { isPersonal }]) => isPersonal)
  const id = fc.constantFrom('A', 'B', 'C').map((letter) => `${entity.prefix}_01ARZ3NDEKTSV4RRFFQ69G5FA${letter}`)
  return fc
    .record({ id, values: valuesOf(Object.fromEntries(personal)) })
    .map(({ id, values }) => ({ ...entity.example, ...values, id, version: 1 }))
}

const after = (entity: Entity, record: AnyRecord): AnyRecord => {
  const values = { ...erasedValues(entity, record, questions), ...endedValues(entity, record) }
  const all = Object.entries({ ...record, ...values }).filter(([, value]) => value !== null)
  return Object.fromEntries(all) as AnyRecord
}

test.each(each)('%s: an erased record holds no personal value, is valid, and is not erased again', (_, entity) => {
  fc.assert(
    fc.property(recordsOf(entity), (record) => {
      const erased = after(entity, record)
      expect(JSON.stringify(erased)).not.toMatch(/secret|\+9667|1987-02/i)
      for (const [name, field] of Object.entries(allFields(entity))) {
        const value = erased[name]
        if (value !== undefined) expect(field.schema.safeParse(value).error, name).toBeUndefined()
        else if (field.isRequired && !field.resource) expect(entity.example[name], name).toBeUndefined()
      }
      expect(after(entity, erased)).toEqual(erased)
    }),
    { numRuns: 40 },
  )
})

test.each(each)('%s: two erased records never take the same unique value', (_, entity) => {
  const [one, two] = ['A', 'B'].map((letter) => {
    const id = `${entity.prefix}_01ARZ3NDEKTSV4RRFFQ69G5FA${letter}`
    return after(entity, { ...entity.example, id, version: 1 })
  })
  for (const fields of entity.unique ?? [])
    if (fields.some((name) => allFields(entity)[name]?.isPersonal))
      expect(fields.map((name) => one?.[name])).not.toEqual(fields.map((name) => two?.[name]))
})

test('chosen answers stay and are counted; words are lost, and all answers of a questionnaire nobody has any more', () => {
  const answers = { overall: '9', good: ['doctor'], why: 'I waited with my son Omar.' }
  const record = { id: 'response_1', version: 1, answers }
  expect(erasedValues(Response, record, questions)).toEqual({ answers: { overall: '9', good: ['doctor'] } })
  expect(erasedValues(Response, record)).toEqual({ answers: {} })
})

test('no personal field stands within a group or a list, where nothing would find it', () => {
  const inner = (fields: Fields): Field[] =>
    Object.values(fields).flatMap(({ fields: below = {} }) => [...Object.values(below), ...inner(below)])
  for (const entity of entities) expect(inner(allFields(entity)).some(({ isPersonal }) => isPersonal)).toBe(false)
})

test('a list says of every record whose data it holds, so that an erasure finds it', () => {
  for (const { resource, subject, columns } of personalEntities)
    if (subject !== 'id') expect(columns, resource).toContain(subject)
})
