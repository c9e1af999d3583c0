import { beforeAll, expect, test } from 'vitest'
import { seedDemo } from '#demo/index.ts'
import { product } from '#functions/platform/http/context.ts'
import { askIds } from '#functions/platform/projection/ask.ts'
import { getRecords } from '#functions/platform/store/read.ts'
import type { Entity } from '#shared/declaration/entity.ts'
import { Case } from '#shared/entities/case.ts'
import { Statement } from '#shared/entities/statement.ts'
import { User } from '#shared/entities/user.ts'
import { as } from '#test/support/call.ts'
import { useTable } from '#test/support/table.ts'
import { UnitCounts } from '#test/support/unitCounts.ts'

useTable({ people: false })
const size = process.env.REDRESS_FULL === '1' ? 1200 : 270
let cases: Case[] = []
let narratives: string[] = []
let owners: string[] = []

const everyRecord = async <E extends Entity>(entity: E) =>
  (await getRecords(entity, await askIds(entity, { conditions: [] }, { actor: product }))).map(({ record }) => record)

// The demo's cases: four months of three sites, in every state, told in five languages and three scripts.
beforeAll(async () => {
  const ensureUser = async ({ email }: { email: string }) => ({ subject: email.split('@')[0] ?? '' })
  await seedDemo({ isEmpty: false, size, now: '2026-11-20T12:00:00.000Z', report: () => {}, ensureUser })
  cases = await everyRecord(Case)
  narratives = (await everyRecord(Statement)).flatMap(({ side, narrative }) => (side === 'patient' ? [narrative] : []))
  owners = (await everyRecord(User)).map(({ id }) => id)
}, 300_000)

const scripts = [/\p{Script=Han}/u, /\p{Script=Arabic}/u, /\p{Script=Latin}/u]
const scriptOf = (text: string): number => scripts.findIndex((script) => script.test(text))

/** What a patient says: a sentence or two in half of the cases, else also the whole story, or three of them. */
function summaryOf({ summary }: Case, index: number): string {
  const own = narratives.filter((text) => scriptOf(text) === scriptOf(summary))
  const stories = [0, 1, 0, 1, 0, 3][index % 6] ?? 0
  const told = Array.from({ length: stories }, (_, n) => own[(index * 7 + n * 13) % own.length] ?? '')
  return [summary, ...told].join('\n')
}

test('a new case, with number, history and event, costs 12 write units, a long one 14; a major one opens its report for 8', {
  timeout: 900_000,
}, async () => {
  const counts = new UnitCounts()
  const majorCounts = new UnitCounts()
  for (const [index, record] of cases.entries()) {
    const fields = Object.entries(record).filter(([name]) => Object.hasOwn(Case.fields, name))
    // A case is written down on the day on which it comes in.
    const receivedAt = new Date(Date.now() - index * 60_000).toISOString()
    const body = { ...Object.fromEntries(fields), receivedAt, summary: summaryOf(record, index) }
    const kind = record.severity === 'major' ? majorCounts : counts
    await kind.add(() => as('everyone')('POST /api/cases', body))
  }
  expect(counts.within(0.5), `half of all: ${counts}`).toBeLessThanOrEqual(12)
  expect(counts.within(0.95), `most: ${counts}`).toBeLessThanOrEqual(14)
  expect(majorCounts.within(0.95), `most major ones: ${majorCounts}`).toBeLessThanOrEqual(14 + 8)
})

/** Another value for one attribute: of the list's columns, and of others. */
const changes: readonly [name: string, change: (record: Case) => unknown][] = [
  ['type', ({ type }) => (type === 'complaint' ? 'enquiry' : 'complaint')],
  ['disputedMinor', ({ disputedMinor = 0 }) => disputedMinor + 100],
  ['ownerId', ({ ownerId }) => owners.find((id) => id !== ownerId)],
  ['channel', ({ channel }) => (channel === 'phone' ? 'web' : 'phone')],
  ['serviceLine', ({ serviceLine }) => (serviceLine === 'dental' ? 'other' : 'dental')],
  ['level', ({ level }) => (level === 2 ? 1 : 2)],
  ['demands', ({ demands = [] }) => [...demands.slice(1), demands.includes('other') ? 'apology' : 'other']],
  ['eventAt', () => '2026-01-03T10:00:00.000Z'],
  ['summary', ({ summary }) => `${summary} It was so.`],
]

test('a change of one attribute, with history and event, costs 8 write units, of a large record 10', {
  timeout: 900_000,
}, async () => {
  const counts = new UnitCounts()
  for (const [index, { id }] of cases.entries())
    for (const step of [0, 3]) {
      const { body: record } = await as('everyone')(`GET /api/cases/${id}`)
      const [name, change] = changes[(index + step) % changes.length] ?? ['', () => undefined]
      const body = { [name]: change(record), version: record.version }
      await counts.add(() => as('everyone')(`PATCH /api/cases/${id}`, body))
    }
  expect(counts.within(0.5), `half of all: ${counts}`).toBeLessThanOrEqual(8)
  expect(counts.within(1), `all: ${counts}`).toBeLessThanOrEqual(10)
})
