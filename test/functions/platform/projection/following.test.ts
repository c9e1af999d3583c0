import { afterAll, beforeEach, expect, test, vi } from 'vitest'
import { askPage } from '#functions/platform/projection/ask.ts'
import { openLocalProjection } from '#functions/platform/projection/localProjection.ts'
import { Case } from '#shared/entities/case.ts'
import { Site } from '#shared/entities/site.ts'
import { Instances } from './scene/instances.ts'
import { LaggingFeed } from './scene/laggingFeed.ts'
import { feedInUse } from './scene/replaced.ts'
import { actors, idOf, sites } from './scene/sampleRecords.ts'

vi.mock('#functions/platform/store/readIndex.ts', async (original) =>
  (await import('./scene/replaced.ts')).readIndexOfFeed(original),
)
vi.mock('#functions/platform/store/read.ts', async (original) =>
  (await import('./scene/replaced.ts')).readOfFeed(original),
)
vi.mock('#functions/platform/projection/file/sqlite.ts', async (original) =>
  (await import('./scene/replaced.ts')).spiedSqlite(original),
)
vi.useFakeTimers({ toFake: ['Date'] })
afterAll(() => vi.useRealTimers())

let feed: LaggingFeed
let instances: Instances
beforeEach(() => {
  feed = new LaggingFeed()
  feed.pageSize = 500
  feedInUse.feed = feed
  instances = new Instances()
  instances.use(0)
  for (const site of sites) feed.write(Site, site)
  return () => instances.remove()
})

const [director] = actors
const wait = (ms: number): void => {
  vi.setSystemTime(Date.now() + ms)
}
const write = (number: number, values: object = {}) =>
  feed.write(Case, { ...values, id: idOf(Case, number), siteId: sites[0]?.id, receivedAt: '2026-11-01T00:00:00.000Z' })

/** A write that the index shows long after others that were written later. */
const writeLate = (number: number) =>
  feed.write(Case, { id: idOf(Case, number), siteId: sites[0]?.id }, { stampMs: 0, shownMs: 20_000, goneMs: 0 })

/** A short list; how many cases there are, how old that is, and how many pages of the feed were read for it. */
async function look() {
  if (!director) throw new Error('Nobody looks')
  const [before, at] = [feed.pages, Date.now()]
  const { total, asOf } = await askPage(Case, { conditions: [] }, { offset: 0, limit: 1 }, { actor: director })
  return { total, ageMs: at - Date.parse(asOf), pages: feed.pages - before }
}

test('a burst of changes is taken over part by part: no list reads for long, and all of it is there in the end', {
  timeout: 120_000,
}, async () => {
  write(0)
  await look()
  const size = 30_000
  for (let number = 1; number <= size; number++) {
    if (number % 1000 === 0) wait(700)
    write(number)
    if (number % 3000 === 0) writeLate(size + number)
  }
  feed.beforePage = () => wait(20)
  const seen = []
  for (let count = 0; count < 120; count++) {
    seen.push(await look())
    wait(300)
  }
  expect(seen.map(({ total }) => total)).toEqual(seen.map(({ total }) => total).sort((a, b) => a - b))
  expect(Math.max(...seen.map(({ pages }) => pages))).toBeLessThan(100)
  expect(seen.at(-1)).toMatchObject({ total: size + 11 })
  expect(seen.at(-1)?.ageMs).toBeLessThan(1000)
})

test('while somebody writes a thousand records a second, lists stay at most seconds behind', {
  timeout: 120_000,
}, async () => {
  write(0)
  await look()
  let written = 0
  // A page takes 20 ms, and in that time 20 more are written.
  feed.beforePage = () => {
    wait(20)
    for (let count = 0; count < 20; count++) write(++written)
  }
  const ages: number[] = []
  while (written < 60_000) {
    ages.push((await look()).ageMs)
    feed.beforePage()
  }
  expect(Math.max(...ages)).toBeLessThan(5000)
})

test('two makings of one table at the same moment do not spoil each other', async () => {
  for (let number = 0; number < 3000; number++) write(number)
  wait(60_000)
  feed.pageSize = 100
  if (!director) throw new Error('Nobody looks')
  const projection = await openLocalProjection(':memory:')
  const question = { resource: Case.resource, filter: { conditions: [] }, actor: director }
  const count = async () => (await projection.ids(question)).length
  const counts: Promise<number>[] = []
  let pages = 0
  feed.beforePage = () => {
    // Most of one making is done when the other one begins.
    if (++pages === 30) counts.push(projection.follow(Case.resource).then(count))
  }
  counts.push(projection.follow(Case.resource).then(count))
  await counts.at(-1)
  expect(new Set(await Promise.all(counts))).toEqual(new Set([3000]))
  await projection.close()
})

test('a record that is for a moment at no place in the index while a file is made is in the first list', async () => {
  for (let number = 0; number < 8; number++) write(number)
  wait(60_000)
  feed.write(Case, { id: idOf(Case, 3), siteId: sites[0]?.id }, { stampMs: 0, shownMs: 90, goneMs: -90 })
  feed.beforePage = () => wait(20)
  expect((await look()).total).toBe(8)
})

test('a clock that is set back by hours or seconds loses nothing', async () => {
  write(0)
  await look()
  for (const [number, backMs] of [7_200_000, 3000, 90_000, 500].entries()) {
    wait(-backMs)
    write(2 * number + 1)
    wait(1000)
    write(2 * number + 2)
    wait(40_000)
    expect((await look()).total).toBe(2 * number + 3)
  }
})

test('a clock that is set back, and passes where it was before anybody looks, loses nothing', async () => {
  const began = performance.now()
  let passedMs = 0
  const clock = vi.spyOn(performance, 'now').mockImplementation(() => began + passedMs)
  write(0)
  await look()
  for (const [index, backMs] of [600_000, 86_400_000].entries()) {
    wait(-backMs)
    write(index + 1)
    wait(backMs + 200_000)
    passedMs += backMs + 200_000
    expect((await look()).total).toBe(index + 2)
  }
  clock.mockRestore()
})

test('a following that fails is gone on with by the next list', async () => {
  write(0)
  await look()
  wait(1000)
  write(1)
  feed.beforePage = () => {
    throw new Error('The store is away')
  }
  await expect(look()).rejects.toThrow('The store is away')
  feed.beforePage = () => {}
  expect((await look()).total).toBe(2)
})

/** How long after the index shows a write it may be missing from lists, by how late the index is; milliseconds. */
const delays = [
  { lateMs: 290, delayMs: 0 },
  { lateMs: 7_900, delayMs: 2_100 },
  { lateMs: 119_000, delayMs: 30_100 },
] as const

test.each(delays)(
  'while lists are asked for all the time, a write $lateMs ms late is missing for $delayMs ms',
  async ({ lateMs, delayMs }) => {
    write(0)
    await look()
    const due: { id: string; from: number }[] = []
    for (let step = 0; step < 1000; step++) {
      wait(250)
      if (step % 7 === 0 && step < 300) {
        const late = lateMs - (step % 9)
        const lag = { stampMs: Math.floor(late / 3), shownMs: late - Math.floor(late / 3), goneMs: 0 }
        const { record, shownFrom } = feed.write(Case, { id: idOf(Case, step + 1), siteId: sites[0]?.id }, lag)
        due.push({ id: record.id, from: shownFrom + delayMs })
      }
      await look()
      const kept = instances.versionsOf(0, Case)
      for (const { id, from } of due) if (Date.now() >= from) expect(kept.has(id), `${id} at ${step}`).toBe(true)
    }
    expect(instances.versionsOf(0, Case).size).toBe(due.length + 1)
  },
)
