import { beforeAll, expect, test } from 'vitest'
import { contextFor } from '#functions/platform/http/context.ts'
import type { Reply, Request } from '#functions/platform/http/operation.ts'
import { crud } from '#functions/platform/routes/crud.ts'
import type { AnyRecord, Entity } from '#shared/declaration/entity.ts'
import { phone, readBy, text, writeBy } from '#shared/declaration/field.ts'
import { Problem } from '#shared/declaration/problem.ts'
import type { Role } from '#shared/declaration/roles.ts'
import { routesOf } from '#shared/declaration/routes.ts'
import { Message } from '#shared/entities/message.ts'
import { Patient } from '#shared/entities/patient.ts'
import { as } from '#test/support/call.ts'
import { seed } from '#test/support/people.ts'
import { useTable } from '#test/support/table.ts'

const world = useTable()

/** Patients whose phone only unit managers see, and whose address only they change. */
const Guarded: Entity = {
  ...Patient,
  fields: {
    ...Patient.fields,
    phone: readBy(phone(), ['unit-manager']),
    address: writeBy(text(300), ['unit-manager']),
  },
}
const operations = crud(Guarded)
let patient: AnyRecord

beforeAll(async () => {
  patient = await seed(Guarded, { ...Patient.example, siteId: world().siteId, address: '4 Palm Street' })
})

/** Runs an operation of the guarded entity as somebody of the first site, past the route's own permission. */
async function ask(operation: string, role: Role, more: Partial<Request> = {}): Promise<Reply> {
  const route = routesOf(Guarded).find((each) => each.operation === operation)
  const run = operations[`patients.${operation}`]
  if (!route || !run) throw new Error(`No ${operation}`)
  const actor = { userId: `user_${role}`, name: role, roles: [role], siteIds: [world().siteId] }
  const context = contextFor(actor, 'api', '2026-11-20T12:00:00.000Z', 'test')
  const params = { id: patient.id }
  return run({ route, params, query: {}, headers: {}, address: '', body: undefined, actor, context, ...more })
}
const list = (role: Role, query: Record<string, unknown>) =>
  ask('list', role, {
    query: Object.fromEntries(Object.entries(query).map(([name, value]) => [name, JSON.stringify(value)])),
  })
const problemOf = (answer: Promise<Reply>) =>
  answer.then(
    () => undefined,
    (error) => (error instanceof Problem ? error.document() : error),
  )

test('a hidden field is in no record, list, search or answer for people who may not see it', async () => {
  const answers = [
    await ask('read', 'officer'),
    await list('officer', {}),
    await list('officer', { filter: { id: [patient.id] } }),
    await list('officer', { filter: { q: 'Mariam' } }),
    await ask('rows', 'officer', {
      body: [{ id: patient.id, version: patient.version, changes: { notes: 'Called.' } }],
    }),
    await ask('bulk', 'officer', { body: { filter: {}, changes: { notes: 'x' }, dryRun: true } }),
  ]
  for (const { body } of answers) {
    expect(JSON.stringify(body)).toContain('Mariam Saleh')
    expect(JSON.stringify(body)).not.toContain('501234567')
  }
  expect((await ask('read', 'unit-manager')).body).toMatchObject({ phone: '+966501234567' })
})

test('the record of a conflict hides the field too', async () => {
  const stale = await problemOf(ask('update', 'officer', { headers: { 'if-match': '"999"' }, body: { notes: 'x' } }))
  expect(stale).toMatchObject({ status: 412, current: { name: 'Mariam Saleh' } })
  expect(JSON.stringify(stale)).not.toContain('501234567')
})

test('a filter does not reveal the field', async () => {
  const filter = { phone: '+966501234567' }
  expect(await problemOf(list('officer', { filter }))).toMatchObject({ status: 400 })
  expect(await problemOf(list('officer', { filter: { phone_gt: '+966' } }))).toMatchObject({ status: 400 })
  expect((await list('unit-manager', { filter })).body).toHaveLength(1)
  const bulk = ask('bulk', 'officer', { body: { filter, changes: { notes: 'x' }, dryRun: true } })
  expect(await problemOf(bulk)).toMatchObject({ status: 400 })
})

test('nobody changes a hidden field or a field of other roles', async () => {
  const change = async (role: Role, body: object) => {
    const { headers } = await ask('read', role)
    return problemOf(ask('update', role, { headers: { 'if-match': headers?.etag }, body }))
  }
  expect(await change('officer', { phone: '+966500000000' })).toMatchObject({
    status: 422,
    errors: { phone: expect.stringMatching(/not a field/i) },
    issues: { phone: { rule: 'NOT_A_FIELD' } },
  })
  expect(await change('officer', { address: 'Elsewhere' })).toMatchObject({ status: 403, rule: 'FIELD_ROLE' })
  expect(await change('unit-manager', { address: 'Elsewhere', phone: '+966500000001' })).toBeUndefined()
  const creation = ask('create', 'officer', {
    body: { ...Patient.example, memberNumber: 'M-2', siteId: world().siteId },
  })
  expect(await problemOf(creation)).toMatchObject({ status: 422 })
})

test('the address of a message is seen by administrators only, in its history too', async () => {
  const { id } = await seed(Message, { ...Message.example, siteId: world().siteId }, { to: 'mariam@patients.test' })
  const seen = async (person: Role) => {
    const answers = await Promise.all([
      as(person)(`GET /api/messages/${id}`),
      as(person)('GET /api/messages', undefined, { query: { filter: { id: [id] } } }),
      as(person)('GET /api/history', undefined, { query: { filter: { recordId: id } } }),
    ])
    for (const { status } of answers) expect(status).toBe(200)
    return answers.map(({ text }) => text.includes('mariam@patients.test'))
  }
  expect(await seen('admin')).toEqual([true, true, true])
  expect(await seen('officer')).toEqual([false, false, false])
  expect(await seen('director')).toEqual([false, false, false])
})
