import { expect, test } from 'vitest'
import { actorOf, columnsOf, inputsOf } from '#admin/entity/declaredFields.ts'
import type { Me } from '#admin/provider/contract.ts'
import { parseGroups } from '#shared/api/groups.ts'
import { parseList } from '#shared/api/listQuery.ts'
import { hiddenFields } from '#shared/declaration/access.ts'
import { changeOf, creationOf, type Entity } from '#shared/declaration/entity.ts'
import { choice, type Field, readBy, text, writeBy } from '#shared/declaration/field.ts'
import { openApi } from '#shared/declaration/openapi.ts'
import type { Role } from '#shared/declaration/roles.ts'
import { routesOf } from '#shared/declaration/routes.ts'
import { Patient } from '#shared/entities/patient.ts'

/** Patients as they would be with one more line among their fields, and its name among their columns. */
const withField = (bloodGroup: Field): Entity => ({
  ...Patient,
  fields: { ...Patient.fields, bloodGroup },
  columns: [...Patient.columns, 'bloodGroup'],
})

const person = (...roles: Role[]): Me => ({
  id: 'user_1',
  name: 'Huda Nasser',
  email: 'huda@redress.test',
  roles,
  siteIds: [],
  isGlobal: false,
  permissions: [],
})
const groups = choice(['a', 'b', 'ab', 'o'])
const example = { ...Patient.example, siteId: 'site_01ARZ3NDEKTSV4RRFFQ69G5FAV' }

test('a new field is checked when a record is made and when it is changed', () => {
  const entity = withField(groups)
  expect(creationOf(entity).safeParse({ ...example, bloodGroup: 'ab' }).success).toBe(true)
  expect(creationOf(entity).safeParse({ ...example, bloodGroup: 'x' }).success).toBe(false)
  expect(changeOf(entity).safeParse({ bloodGroup: null }).success).toBe(true)
  expect(creationOf(Patient).safeParse({ ...example, bloodGroup: 'ab' }).success).toBe(false)
})

test('the OpenAPI document has it in the record, the new record, the change and the filter', () => {
  const entity = withField(groups)
  const document = JSON.stringify(openApi([entity], routesOf(entity)))
  const { components, paths } = JSON.parse(document)
  for (const name of ['patient', 'patient-new', 'patient-change'])
    expect(components.schemas[name].properties.bloodGroup, name).toMatchObject(
      name === 'patient' ? { enum: ['a', 'b', 'ab', 'o'] } : { anyOf: expect.any(Array) },
    )
  expect(JSON.stringify(paths['/api/patients'].get.parameters)).toContain('bloodGroup')
})

test('lists show it and can be filtered, ordered and grouped by it', () => {
  const entity = withField(groups)
  expect(columnsOf(entity, person('officer')).at(-1)).toMatchObject({ name: 'bloodGroup', isEditable: true })
  const parsed = parseList(entity, { filter: '{"bloodGroup":"ab"}' }, actorOf(person('officer')))
  expect(parsed.conditions).toEqual([{ field: 'bloodGroup', operator: 'eq', value: 'ab' }])
  expect(() => parseList(entity, { filter: '{"bloodGroup":"x"}' }, actorOf(person('officer')))).toThrow(
    'cannot be compared',
  )
  const sorted = parseList(entity, { sort: '["bloodGroup","ASC","name","DESC"]' }, actorOf(person('officer')))
  expect(sorted.order).toEqual([
    ['bloodGroup', 'ASC'],
    ['name', 'DESC'],
  ])
  const grouped = parseGroups(entity, { by: '["bloodGroup"]' }, actorOf(person('officer')))
  expect(grouped.by).toEqual([{ name: 'bloodGroup', field: 'bloodGroup' }])
})

test('the form has it, with its kind and choices, for people who may change it', () => {
  const entity = withField(groups)
  const input = inputsOf(entity, person('officer')).find(({ name }) => name === 'bloodGroup')
  expect(input).toMatchObject({ isEditable: true, field: { kind: 'choice', choices: ['a', 'b', 'ab', 'o'] } })
  const forAuditor = inputsOf(entity, person('auditor')).find(({ name }) => name === 'bloodGroup')
  expect(forAuditor).toMatchObject({ isEditable: false })
})

test('a field for some roles only is hidden and closed everywhere for the rest', () => {
  const entity = withField(readBy(text(), ['admin']))
  const names = (entity: Entity, me: Me) => [...columnsOf(entity, me), ...inputsOf(entity, me)].map(({ name }) => name)
  expect(names(entity, person('admin')).filter((name) => name === 'bloodGroup')).toHaveLength(2)
  expect(names(entity, person('officer'))).not.toContain('bloodGroup')
  expect(hiddenFields(actorOf(person('officer')), entity)).toEqual(['bloodGroup'])
  const officer = actorOf(person('officer'))
  for (const filter of ['{"bloodGroup":"ab"}', '{"bloodGroup_empty":true}', '{"bloodGroup_contains":"a"}'])
    expect(() => parseList(entity, { filter }, officer)).toThrow('cannot be filtered')
  expect(() => parseList(entity, { sort: '["bloodGroup","ASC"]' }, officer)).toThrow('cannot be sorted')
  expect(() => parseGroups(entity, { by: '["bloodGroup"]' }, officer)).toThrow('cannot be grouped')
  const closed = withField(writeBy(text(), ['admin']))
  const input = inputsOf(closed, person('officer')).find(({ name }) => name === 'bloodGroup')
  expect(input).toMatchObject({ isEditable: false })
})
