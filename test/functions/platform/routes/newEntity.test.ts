import { expect, test, vi } from 'vitest'
import { menu } from '#admin/frame/layout/menuEntries.tsx'
import { openApi } from '#shared/declaration/openapi.ts'
import { lambdaNames } from '#shared/declaration/routes.ts'
import { Patient } from '#shared/entities/patient.ts'
import { as } from '#test/support/call.ts'
import { seed } from '#test/support/people.ts'
import { useTable } from '#test/support/table.ts'

vi.mock('#shared/entities/index.ts', async (original) => {
  const registry = await original<typeof import('#shared/entities/index.ts')>()
  const { Visitor } = await import('#test/support/visitor.ts')
  return {
    ...registry,
    entities: [...registry.entities, Visitor],
    entityOf: (resource: string) => (resource === Visitor.resource ? Visitor : registry.entityOf(resource)),
    entityOfId: (id: string) => (id.startsWith(`${Visitor.prefix}_`) ? Visitor : registry.entityOfId(id)),
  }
})

const world = useTable()

test('a declaration and a registry line add an entity with function, rights, routes, steps, lists and history', async () => {
  const { siteId } = world()
  const { id: patientId } = await seed(Patient, { ...Patient.example, siteId })
  const call = as('front-desk')
  const created = await call('POST /api/visitors', { siteId, patientId, name: 'Ruth Carter' })
  expect(created).toMatchObject({ status: 201, body: { status: 'inside', patientName: Patient.example.name } })
  const { id } = created.body
  expect((await call(`PATCH /api/visitors/${id}`, { name: 'Ruth Carter-Hale', version: 1 })).status).toBe(200)
  expect((await as('officer')(`PATCH /api/visitors/${id}`, { name: 'No', version: 2 })).status).toBe(403)
  expect(await call(`POST /api/visitors/${id}/actions/leave`, {})).toMatchObject({
    status: 200,
    body: { status: 'outside', leftAt: expect.any(String) },
  })
  expect((await call(`POST /api/visitors/${id}/actions/leave`, {})).body).toMatchObject({
    rule: 'STATE',
    parameters: { noun: 'visitor', state: 'outside', needed: ['inside'] },
  })
  expect((await as('officer')('GET /api/visitors')).body).toMatchObject([{ id, name: 'Ruth Carter-Hale' }])
  const history = await call('GET /api/history', undefined, { query: { filter: { recordId: id } } })
  expect(history.body.map(({ action }: { action: string }) => action)).toEqual(['leave', 'update', 'create'])
})

test('the menu, the permissions and the API description contain the entity without a new function', async () => {
  expect(menu.find(({ group }) => group === 'desk')?.entries).toContainEqual(
    expect.objectContaining({ to: '/visitors', resource: 'visitors' }),
  )
  expect((await as('front-desk')('GET /api/me')).body.permissions).toContain('visitors.leave')
  expect(JSON.stringify(openApi())).toContain('/api/visitors/{id}/actions/leave')
  expect(lambdaNames).not.toContain('visitors')
})
