import { expect, test } from 'vitest'
import { Case } from '#shared/entities/case.ts'
import { Patient } from '#shared/entities/patient.ts'
import { as } from '#test/support/call.ts'
import { seed } from '#test/support/people.ts'
import { useTable } from '#test/support/table.ts'

const world = useTable()

test('a list shows what was just written, sorted, filtered, searched and grouped', async () => {
  const { siteId } = world()
  const patient = await seed(Patient, { ...Patient.example, siteId })
  for (let i = 0; i < 30; i++)
    await seed(Case, {
      ...Case.example,
      siteId,
      patientId: patient.id,
      disputedMinor: i * 100,
      type: i % 2 ? 'complaint' : 'enquiry',
    })
  const officer = as('officer')
  const list = await officer('GET /api/cases', undefined, {
    query: { sort: ['disputedMinor', 'DESC'], range: [0, 4], filter: { type: 'complaint' } },
  })
  expect(list.status, list.text).toBe(200)
  expect(list.headers['content-range']).toBe('cases 0-4/15')
  expect(list.body.map((row: { disputedMinor: number }) => row.disputedMinor)).toEqual([2900, 2700, 2500, 2300, 2100])
  const found = await officer('GET /api/cases', undefined, { query: { filter: { q: 'alisal' } } })
  expect(found.headers['content-range']).toBe('cases 0-0/0')
  const again = await officer('GET /api/cases', undefined, { query: { filter: { q: 'riam sale' } } })
  expect(again.headers['content-range']).toBe('cases 0-24/30')
  const groups = await officer('GET /api/cases/groups', undefined, {
    query: { by: ['type', 'receivedAt:month'], sum: ['disputedMinor'] },
  })
  expect(groups.headers['content-range']).toBe('groups 0-1/2')
  expect(groups.body.map((group: { count: number; sums: object }) => [group.count, group.sums])).toEqual([
    [15, { disputedMinor: 22_500 }],
    [15, { disputedMinor: 21_000 }],
  ])
})
