import { DynamoDBDocumentClient, TransactWriteCommand } from '@aws-sdk/lib-dynamodb'
import { expect, test, vi } from 'vitest'
import { Case } from '#shared/entities/case.ts'
import { Patient } from '#shared/entities/patient.ts'
import { growCases } from '#test/bench/grow.ts'
import { as } from '#test/support/call.ts'
import { seed } from '#test/support/people.ts'
import { useTable } from '#test/support/table.ts'
import { writeUnits } from '#test/support/units.ts'

const world = useTable()
const sizes = process.env.REDRESS_FULL ? [1000, 10_000, 100_000] : [1000, 10_000]

const unitsOf = (plan = '') => ({
  read: Number(/read=([\d.]+)/.exec(plan)?.[1]),
  count: Number(/count=([\d.]+)/.exec(plan)?.[1]),
})

test('a page of every declared view costs the same at every size, and so does a deep one', {
  timeout: 600_000,
}, async () => {
  const { id: patientId } = await seed(Patient, { ...Patient.example, siteId: world().siteId })
  const keys = {
    siteId: world().siteId,
    status: 'received',
    ownerId: world().userIds.officer,
    patientId,
    severity: 'major',
    isOpen: true,
  }
  const pages: Record<string, number[]> = {}
  let size = 0
  for (const next of sizes) {
    await growCases(size, next, { siteId: world().siteId, patientId, ownerId: world().userIds.officer })
    size = next
    for (const [name, view] of Object.entries(Case.views)) {
      const filter = Object.fromEntries(view.key.map((key) => [key, keys[key as keyof typeof keys]]))
      const query = { filter, sort: [view.sort, 'DESC'], range: [0, 24] }
      const page = await as('director')('GET /api/cases', undefined, { query })
      expect(page.body).toHaveLength(25)
      const { read, count } = unitsOf(page.headers['x-query-plan'])
      expect(count, `counting ${name}`).toBeLessThanOrEqual(0.5)
      pages[name] = [...(pages[name] ?? []), read]
    }
    const deep = await as('director')('GET /api/cases', undefined, { query: { range: [size * 0.9, size * 0.9 + 24] } })
    const { read, count } = unitsOf(deep.headers['x-query-plan'])
    expect(deep.body).toHaveLength(25)
    expect(read + count, 'a page far from the start').toBeLessThanOrEqual(40)
  }
  for (const [name, reads] of Object.entries(pages)) {
    expect(Math.max(...reads), `page of ${name}: ${reads}`).toBeLessThanOrEqual(1.5)
    expect(Math.max(...reads) / Math.min(...reads), `growth of ${name}`).toBeLessThanOrEqual(1.1)
  }
})

test('a change of one unindexed attribute, with history and event, costs at most 7 write units', async () => {
  const { id: patientId } = await seed(Patient, { ...Patient.example, siteId: world().siteId, memberNumber: 'M-9' })
  const body = { ...Case.example, siteId: world().siteId, patientId, ownerId: world().userIds.officer }
  const { body: opened } = await as('front-desk')('POST /api/cases', body)
  const send = vi.spyOn(DynamoDBDocumentClient.prototype, 'send')
  await as('officer')(`PATCH /api/cases/${opened.id}`, { serviceLine: 'dental' }, { headers: { 'If-Match': '"1"' } })
  const writes = send.mock.calls.flatMap(([command]) =>
    command instanceof TransactWriteCommand ? (command.input.TransactItems ?? []) : [],
  )
  send.mockRestore()
  expect(writes).toHaveLength(3)
  expect(writeUnits(writes)).toBeLessThanOrEqual(7)
})
