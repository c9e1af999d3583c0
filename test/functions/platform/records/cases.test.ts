import { expect, test } from 'vitest'
import { Case } from '#shared/entities/case.ts'
import { Patient } from '#shared/entities/patient.ts'
import { as } from '#test/support/call.ts'
import { seed } from '#test/support/people.ts'
import { useTable } from '#test/support/table.ts'

const world = useTable()

const patient = () =>
  seed(Patient, { ...Patient.example, siteId: world().siteId, memberNumber: `M-${Math.random()}`.slice(0, 20) })

test('a case is opened, numbered, given its clocks and found by status', async () => {
  const { id: patientId } = await patient()
  const opened = await as('front-desk')('POST /api/cases', { ...Case.example, siteId: world().siteId, patientId })
  expect(opened.status).toBe(201)
  expect(opened.body).toMatchObject({
    number: 'C-2026-000001',
    status: 'received',
    isOpen: true,
    patientName: 'Mariam Saleh',
    version: 1,
  })
  expect(opened.body.responseDueAt).toBe('2026-11-27T08:15:00.000Z')
  const list = await as('officer')('GET /api/cases', undefined, { query: { filter: { status: 'received' } } })
  expect(list.headers['content-range']).toBe('cases 0-0/1')
  expect(list.body[0]).toMatchObject({ number: 'C-2026-000001', patientName: 'Mariam Saleh' })
  expect(list.body[0].summary).toBeUndefined()
})

test('a change needs the version it was made on', async () => {
  const { id: patientId } = await patient()
  const { body } = await as('front-desk')('POST /api/cases', { ...Case.example, siteId: world().siteId, patientId })
  const change = (headers: Record<string, string>) =>
    as('officer')(`PATCH /api/cases/${body.id}`, { serviceLine: 'dental' }, { headers })
  expect((await change({})).status).toBe(428)
  expect((await change({ 'If-Match': '"1"' })).body).toMatchObject({ version: 2, serviceLine: 'dental' })
  const stale = await change({ 'If-Match': '"1"' })
  expect(stale.status).toBe(412)
  expect(stale.body.current).toMatchObject({ version: 2 })
})
