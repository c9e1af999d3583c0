import fc from 'fast-check'
import { afterAll, expect, test, vi } from 'vitest'
import { listPage, type Page } from '#functions/platform/records/list.ts'
import { parseList } from '#shared/api/listQuery.ts'
import { Case } from '#shared/entities/case.ts'
import { Site } from '#shared/entities/site.ts'
import { Instances } from './scene/instances.ts'
import { LaggingFeed } from './scene/laggingFeed.ts'
import { feedInUse } from './scene/replaced.ts'
import { actors, idOf, sampleValues, sites } from './scene/sampleRecords.ts'

vi.mock('#functions/platform/store/readIndex.ts', async (original) =>
  (await import('./scene/replaced.ts')).readIndexOfFeed(original),
)
vi.mock('#functions/platform/store/read.ts', async (original) =>
  (await import('./scene/replaced.ts')).readOfFeed(original),
)
vi.useFakeTimers({ toFake: ['Date'] })
afterAll(() => vi.useRealTimers())

const isFull = process.env.REDRESS_FULL === '1'
const [director] = actors

async function page(sort: readonly string[], limit: number, cursor?: string): Promise<Page> {
  if (!director) throw new Error('Nobody reads')
  vi.setSystemTime(Date.now() + 1000)
  const query = { sort: JSON.stringify(sort), limit: String(limit), ...(cursor && { cursor }) }
  return listPage(Case, parseList(Case, query, director), { actor: director })
}

/** What happens to a record between two pages. */
const change = fc.record({
  number: fc.nat(40),
  values: sampleValues(Case),
  isDeleted: fc.boolean(),
})
const reading = fc.record({
  before: fc.array(sampleValues(Case), { minLength: 5, maxLength: 30 }),
  between: fc.array(fc.array(change, { maxLength: 4 }), { maxLength: 12 }),
  sort: fc.constantFrom(
    [],
    ['receivedAt', 'ASC'],
    ['responseDueAt', 'ASC'],
    ['responseDueAt', 'DESC'],
    ['type', 'DESC', 'patientName', 'ASC'],
    ['id', 'DESC'],
  ),
  limit: fc.integer({ min: 1, max: 6 }),
})

test('a list read by cursor misses no record that stays, and has none twice, whatever comes and goes between', {
  timeout: 3_600_000,
}, async () => {
  await fc.assert(
    fc.asyncProperty(reading, async ({ before, between, sort, limit }) => {
      const feed = new LaggingFeed()
      feedInUse.feed = feed
      const instances = new Instances()
      instances.use(0)
      for (const site of sites) feed.write(Site, site)
      for (const [number, values] of before.entries()) feed.write(Case, { ...values, id: idOf(Case, number) })
      const changed = new Set<string>()
      const ids: string[] = []
      let last = await page(sort, limit)
      ids.push(...last.rows.map(({ id }) => id))
      for (let number = 0; last.nextCursor; number++) {
        for (const { number: record, values, isDeleted } of between[number] ?? []) {
          const id = idOf(Case, record)
          changed.add(id)
          feed.write(Case, { ...values, id, ...(isDeleted && { deletedAt: new Date().toISOString() }) })
        }
        last = await page(sort, limit, last.nextCursor)
        ids.push(...last.rows.map(({ id }) => id))
      }
      const stayed = before.map((_, number) => idOf(Case, number)).filter((id) => !changed.has(id))
      expect(ids.filter((id) => !changed.has(id)).sort()).toEqual(stayed)
      await instances.remove()
    }),
    { numRuns: isFull ? 5000 : 100 },
  )
})
