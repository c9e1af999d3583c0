import { expect, test } from 'vitest'
import { columnsOf, inputsOf } from '#admin/entity/declaredFields.ts'
import type { Me } from '#admin/provider/contract.ts'
import type { Entity } from '#shared/declaration/entity.ts'
import { integer, required, text, writeBy } from '#shared/declaration/field.ts'
import { Case } from '#shared/entities/case.ts'
import { Message } from '#shared/entities/message.ts'
import { person } from '#test/admin/fake/person.ts'

const names = (all: readonly { name: string }[]) => all.map(({ name }) => name)
const extended: Entity = {
  ...Case,
  fields: { ...Case.fields, room: required(text(20)) },
  columns: [...Case.columns, 'room'],
}

test('a new field of an entity appears in list and form by itself', () => {
  expect(names(columnsOf(extended, person('officer')))).toContain('room')
  expect(names(inputsOf(extended, person('officer')))).toContain('room')
})

test('people who may update edit a column, nobody edits a fact', () => {
  const editable = (me: Me) => names(columnsOf(Case, me).filter(({ isEditable }) => isEditable))
  expect(editable(person('officer'))).toContain('severity')
  expect(editable(person('officer'))).not.toContain('status')
  expect(editable(person('auditor'))).toEqual([])
})

test('a field that only some roles may write is disabled for the others', () => {
  const entity: Entity = { ...Case, fields: { ...Case.fields, score: writeBy(integer(), ['director']) } }
  const score = (me: Me) => inputsOf(entity, me).find(({ name }) => name === 'score')?.isEditable
  expect([score(person('officer')), score(person('director'))]).toEqual([false, true])
})

test('a field that a role may not see is in no form and no list', () => {
  const entity: Entity = { ...Message, columns: [...Message.columns, 'to'] }
  expect(names(columnsOf(entity, person('officer')))).not.toContain('to')
  expect(names(columnsOf(entity, person('admin')))).toContain('to')
})
