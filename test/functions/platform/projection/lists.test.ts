import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { closeProjections } from '#functions/platform/projection/ask.ts'
import { openLocalProjection } from '#functions/platform/projection/localProjection.ts'
import { maintainProjection } from '#functions/platform/projection/maintainProjection.ts'
import type { FeedEntry } from '#functions/platform/store/readIndex.ts'
import { Case } from '#shared/entities/case.ts'
import { Patient } from '#shared/entities/patient.ts'
import { as } from '#test/support/call.ts'
import { useFiles } from '#test/support/files.ts'
import { growCases } from '#test/support/growCases.ts'
import { seed } from '#test/support/people.ts'
import { useTable } from '#test/support/table.ts'
import { unitsOf } from '#test/support/units.ts'
import { actors } from './scene/sampleRecords.ts'

/** How late the index tells of a write, in milliseconds. */
const index = { lateMs: 0 }
vi.mock('#functions/platform/store/readIndex.ts', async (original) => {
  const module = await original<typeof import('#functions/platform/store/readIndex.ts')>()
  return {
    ...module,
    async readChanges(...values: Parameters<typeof module.readChanges>) {
      const page = await module.readChanges(...values)
      const isShown = ({ committedAt }: FeedEntry) => Date.parse(committedAt) <= Date.now() - index.lateMs
      return { ...page, entries: page.entries.filter(isShown) }
    },
  }
})

const world = useTable()
useFiles()
const folder = mkdtempSync(join(tmpdir(), 'redress-lists-'))
let shared: { siteId: string; patientId: string }

beforeAll(async () => {
  const { siteId } = world()
  shared = { siteId, patientId: (await seed(Patient, { ...Patient.example, siteId })).id }
  for (let number = 0; number < 30; number++) {
    const type = number % 2 ? 'complaint' : 'enquiry'
    const receivedAt = `2026-${number < 20 ? '10' : '11'}-15T08:00:00.000Z`
    await seed(Case, { ...Case.example, ...shared, type, receivedAt, disputedMinor: number * 100 })
  }
})
beforeEach(() => {
  index.lateMs = 0
})
afterAll(async () => {
  await closeProjections()
  rmSync(folder, { recursive: true, force: true })
})

const list = (query: object, headers: Record<string, string> = {}) =>
  as('officer')('GET /api/cases', undefined, { query: { ...query }, headers })
const totalOf = async (query: object, headers?: Record<string, string>) =>
  (await list(query, headers)).headers['content-range']?.replace(/.*\//, '')

test('a list is filtered, sorted, counted, searched and grouped, and says how fresh it is', async () => {
  const page = await list({ sort: ['disputedMinor', 'DESC'], range: [0, 4], filter: { type: 'complaint' } })
  expect(page.headers['content-range']).toBe('cases 0-4/15')
  expect(page.body.map((row: Case) => row.disputedMinor)).toEqual([2900, 2700, 2500, 2300, 2100])
  expect(Date.now() - Date.parse(page.headers['x-as-of'] ?? '')).toBeLessThan(5000)
  expect(await totalOf({ filter: { q: 'riam sale' } })).toBe('30')
  expect(await totalOf({ filter: { q: 'nobody' } })).toBe('0')
  const query = { by: ['type', 'receivedAt:month'], sum: ['disputedMinor'] }
  const { body } = await as('officer')('GET /api/cases/groups', undefined, { query })
  const group = (type: string, month: string, count: number, sum: number) => ({
    key: { type, 'receivedAt:month': month, currency: 'SAR' },
    count,
    sums: { disputedMinor: sum },
  })
  expect(body).toHaveLength(4)
  expect(body).toEqual(
    expect.arrayContaining([
      group('complaint', '2026-10', 10, 10_000),
      group('enquiry', '2026-10', 10, 9000),
      group('complaint', '2026-11', 5, 12_500),
      group('enquiry', '2026-11', 5, 12_000),
    ]),
  )
})

test('whoever wrote sees it in the next list at once, however late the index is, and so does another instance', async () => {
  await list({})
  index.lateMs = 3_600_000
  const before = Number(await totalOf({}))
  const { body: made } = await as('officer')('POST /api/cases', { ...Case.example, ...shared })
  expect(await totalOf({})).toBe(String(before))
  expect(await totalOf({}, { 'x-seen': `${made.id}@1` })).toBe(String(before + 1))
  const { body: changed } = await as('officer')(`PATCH /api/cases/${made.id}`, { disputedMinor: 77, version: 1 })
  const filter = { disputedMinor: 77 }
  expect(await totalOf({ filter })).toBe('0')
  expect(await totalOf({ filter }, { 'x-seen': `nonsense, ${made.id}@${changed.version}` })).toBe('1')
  const [actor] = actors
  const other = await openLocalProjection(':memory:')
  await other.follow('cases')
  await other.takeSeen('cases', [{ id: made.id, version: 2 }])
  const question = {
    resource: 'cases',
    filter: { conditions: [] },
    actor: actor ?? { userId: '', name: '', roles: [], siteIds: [] },
  }
  expect(await other.ids(question)).toEqual([made.id])
  await other.close()
  await as('unit-manager')(`DELETE /api/cases/${made.id}`, undefined, { headers: { 'if-match': '"2"' } })
  expect(await totalOf({ filter }, { 'x-seen': `${made.id}@3` })).toBe('0')
})

test('a list that follows an idle feed costs at most 4 read units, whatever is asked', async () => {
  await new Promise((done) => setTimeout(done, 2500))
  const queries = [
    {},
    { filter: { type: 'complaint', isOpen: true } },
    { filter: { q: 'saleh' }, sort: ['type', 'ASC'] },
  ]
  for (const query of [...queries, { range: [20, 29], sort: ['patientName', 'DESC'] }]) {
    await new Promise((done) => setTimeout(done, 400))
    const { read } = await unitsOf(() => list(query))
    expect(read, JSON.stringify(query)).toBeLessThanOrEqual(4)
  }
})

/** What is logged of tables that were made from the feed while something is done. */
async function builtDuring(work: () => Promise<unknown>): Promise<string[]> {
  const lines: string[] = []
  const spy = vi.spyOn(process.stdout, 'write').mockImplementation((line) => lines.push(String(line)) > 0)
  process.env.LOG = 'on'
  await work()
  process.env.LOG = 'off'
  spy.mockRestore()
  return lines.filter((line) => line.includes('projectionBuilt'))
}

test('a snapshot goes over the file store to another folder, where no table is made from the feed', {
  timeout: 120_000,
}, async () => {
  await growCases(0, 400, shared)
  await closeProjections()
  Object.assign(process.env, { PROJECTION_FOLDER: join(folder, 'first'), SNAPSHOT_BUCKET: process.env.FILES_BUCKET })
  let rows: unknown
  const made = await builtDuring(async () => {
    rows = (await list({ sort: ['receivedAt', 'ASC'] })).body
  })
  expect(made).toHaveLength(1)
  expect((await maintainProjection()).published).toBe(true)
  await closeProjections()
  process.env.PROJECTION_FOLDER = join(folder, 'second')
  const built = await builtDuring(async () => {
    expect((await list({ sort: ['receivedAt', 'ASC'] })).body).toEqual(rows)
  })
  expect(built).toEqual([])
})

test('a list is found by its entries whatever its column is called, "value" too', async () => {
  const { body: me } = await as('officer')('GET /api/me')
  const value = ['overall', 'waiting']
  await as('officer')('POST /api/preferences', { userId: me.id, name: 'columns.surveys', value })
  const found = async (filter: object) =>
    (await as('officer')('GET /api/preferences', undefined, { query: { filter: JSON.stringify(filter) } })).body
  expect(await found({ value: 'waiting' })).toMatchObject([{ value }])
  expect(await found({ value: 'elsewhere' })).toEqual([])
})
