import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { type Entity, fieldOf } from '#shared/declaration/entity.ts'
import { Case } from '#shared/entities/case.ts'
import { entities } from '#shared/entities/index.ts'
import { Patient } from '#shared/entities/patient.ts'
import { as } from '#test/support/call.ts'
import { growCases } from '#test/support/growCases.ts'
import { seed } from '#test/support/people.ts'
import { useTable } from '#test/support/table.ts'
import { unitsOf } from '#test/support/units.ts'
import { seedEvery } from './everyRecord.ts'

const world = useTable()
const sizes = process.env.REDRESS_FULL === '1' ? [100, 3000, 30_000] : [100, 3000]

beforeAll(() => vi.useFakeTimers({ toFake: ['Date'] }))
afterAll(() => void vi.useRealTimers())

const pass = (seconds: number) => vi.setSystemTime(Date.now() + seconds * 1000)
const list = (query: Record<string, unknown>, resource = 'cases') =>
  as('director')(`GET /api/${resource}`, undefined, { query })

/** Lets the feed become idle: everything written so far is older than all that a list reads again. */
async function settle(resources: readonly string[]): Promise<void> {
  for (let round = 0; round < 3; round++) {
    pass(600)
    for (const resource of resources) await list({}, resource)
  }
}

/** What a list costs that follows everything it follows, for somebody who was there a moment ago. */
async function readUnits(query: Record<string, unknown>, resource = 'cases'): Promise<number> {
  // The first asking of a window of the access log is entered in it, so that each question is the first of one.
  pass(600 - ((Date.now() / 1000) % 600))
  await list({}, resource)
  pass(31)
  await as('director')('GET /api/me')
  await list({}, 'sites')
  const { read } = await unitsOf(async () => expect(await list(query, resource)).toMatchObject({ status: 200 }))
  return read
}

/** A value that a filter of a column takes. */
function valueFor(entity: Entity, name: string): unknown {
  const { kind, choices = [] } = fieldOf(entity, name) ?? { kind: 'text' as const }
  const values = {
    boolean: true,
    day: '2026',
    instant: '2026',
    reference: 'case_01ARZ3NDEKTSV4RRFFQ69G5FAV',
    references: 'case_01ARZ3NDEKTSV4RRFFQ69G5FAV',
    currency: 'SAR',
    term: 'dental',
  }
  if (kind in values) return values[kind as keyof typeof values]
  return choices[0] ?? (['text', 'email', 'phone'].includes(kind) ? 'Mariam Saleh' : 100)
}

/** Lists by every column as filter and as order, near and far, with searches and several of all that. */
const questions = (size: number): Record<string, unknown>[] => [
  {},
  ...Case.columns.flatMap((name) => [
    { sort: [name, 'ASC'] },
    { sort: [name, 'DESC'], range: [size * 0.9, size * 0.9 + 24] },
    { filter: { [name]: valueFor(Case, name) } },
    { filter: { [`${name}_empty`]: false }, range: [size / 2, size / 2 + 24] },
  ]),
  ...['mariam', 'ria sal', '0501234567', 'C-2026', '000012', 'مريم', '明'].map((q) => ({ filter: { q } })),
  {
    filter: { q: 'mariam', severity: 'routine', receivedAt_gte: '2025-11', type_neq: 'enquiry' },
    sort: ['severity', 'ASC', 'disputedMinor', 'DESC', 'patientName', 'ASC'],
    range: [size * 0.4, size * 0.4 + 24],
  },
]

test('a list of 25 costs at most 4 read units, by whatever it is filtered and ordered, and the same at every size', {
  timeout: 900_000,
}, async () => {
  const { siteId } = world()
  const { id: patientId } = await seed(Patient, { ...Patient.example, siteId })
  const costs = new Map<number, number[]>()
  for (const [index, size] of sizes.entries()) {
    await growCases(sizes[index - 1] ?? 0, size, { siteId, patientId })
    await settle(['cases', 'patients'])
    expect((await list({})).headers['x-total-count']).toBe(String(size))
    const units: number[] = []
    for (const query of questions(size)) {
      units.push(await readUnits(query))
      expect(units.at(-1), `${JSON.stringify(query)} at ${size}`).toBeLessThanOrEqual(4)
    }
    costs.set(size, units)
  }
  const [first, ...others] = costs.values()
  for (const other of others) expect(other).toEqual(first)
})

test('a list of any entity costs at most 4 read units, and at most 7 once a minute or for a person new to it', {
  timeout: 120_000,
}, async () => {
  await seedEvery(world().siteId, world().userIds.officer, 'one')
  const listed = entities.filter(({ access }) => access.read.includes('director'))
  const resources = listed.map(({ resource }) => resource)
  await settle(resources)
  for (const { resource, search } of listed) {
    const query = search ? { filter: { q: 'saleh' } } : {}
    expect(await readUnits(query, resource), resource).toBeLessThanOrEqual(4)
    pass(600)
    const { read } = await unitsOf(() => list(query, resource))
    expect(read, `${resource} after a while`).toBeLessThanOrEqual(7)
  }
})
