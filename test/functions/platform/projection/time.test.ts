import { afterAll, beforeEach, expect, test, vi } from 'vitest'
import { askGroups, askPage } from '#functions/platform/projection/ask.ts'
import { countWrite } from '#functions/platform/store/writes.ts'
import { parseGroups } from '#shared/api/groups.ts'
import { parseList } from '#shared/api/listQuery.ts'
import { Case } from '#shared/entities/case.ts'
import { Site } from '#shared/entities/site.ts'
import { Instances } from './scene/instances.ts'
import { LaggingFeed } from './scene/laggingFeed.ts'
import { localDay } from './scene/listModel.ts'
import { feedInUse } from './scene/replaced.ts'
import { actors, idOf } from './scene/sampleRecords.ts'

vi.mock('#functions/platform/store/readIndex.ts', async (original) =>
  (await import('./scene/replaced.ts')).readIndexOfFeed(original),
)
vi.mock('#functions/platform/store/read.ts', async (original) =>
  (await import('./scene/replaced.ts')).readOfFeed(original),
)
vi.useFakeTimers({ toFake: ['Date'] })
afterAll(() => vi.useRealTimers())

let feed: LaggingFeed
let instances: Instances
beforeEach(() => {
  feed = new LaggingFeed()
  feed.pageSize = 1000
  feedInUse.feed = feed
  instances = new Instances()
  instances.use(0)
  return () => instances.remove()
})

const [director] = actors
const asker = { actor: director ?? { userId: '', name: '', roles: [], siteIds: [] } }

const writeSite = (number: number, timeZone: string) =>
  feed.write(Site, { ...Site.example, id: idOf(Site, number), timeZone })
let written = 0
const writeCase = (site: number, at: number | string) =>
  feed.write(Case, { id: idOf(Case, written++), siteId: idOf(Site, site), receivedAt: new Date(at).toISOString() })

async function total(filter: object): Promise<number> {
  const query = parseList(Case, { filter: JSON.stringify(filter) }, asker.actor)
  return (await askPage(Case, query, { offset: 0, limit: 1 }, asker)).total
}

async function groups(span: 'day' | 'month', filter: object = {}): Promise<Map<unknown, number>> {
  const texts = { by: JSON.stringify([`receivedAt:${span}`]), filter: JSON.stringify(filter) }
  const answer = await askGroups(Case, parseGroups(Case, texts, asker.actor), asker)
  return new Map(answer.groups.map(({ key, count }) => [key[`receivedAt:${span}`], count]))
}

const hour = 3_600_000

/** Instants at which the clocks of a zone change between two instants, to the minute. */
function changesOf(timeZone: string, from: number, to: number): number[] {
  const format = new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'longOffset' })
  const offsetAt = (at: number) => format.formatToParts(at).find(({ type }) => type === 'timeZoneName')?.value
  const changes: number[] = []
  for (let at = from; at < to; at += 12 * hour) {
    if (offsetAt(at) === offsetAt(at + 12 * hour)) continue
    let [low, high] = [at, at + 12 * hour]
    while (high - low > 60_000) {
      const middle = Math.floor((low + high) / 2 / 60_000) * 60_000
      if (offsetAt(middle) === offsetAt(low)) low = middle
      else high = middle
    }
    changes.push(high)
  }
  return changes
}

/** Zones without summer time, with a change by night, at midnight, by half an hour, at odd offsets, and west of UTC. */
const zones = [
  'Asia/Riyadh',
  'Europe/Rome',
  'Africa/Cairo',
  'Asia/Beirut',
  'America/Santiago',
  'America/Nuuk',
  'Australia/Lord_Howe',
  'Pacific/Chatham',
  'Asia/Kathmandu',
  'Pacific/Kiritimati',
]

test('days, months and years of several zones at once are those of the wall clocks there', {
  timeout: 120_000,
}, async () => {
  const [from, to] = [Date.parse('2025-01-01T00:00:00Z'), Date.parse('2027-03-01T00:00:00Z')]
  const all: { site: number; at: number; day: string }[] = []
  for (const [site, zone] of zones.entries()) {
    writeSite(site, zone)
    const edges = changesOf(zone, from, to).concat(
      Date.parse('2025-12-31T12:00:00Z'),
      Date.parse('2026-02-28T12:00:00Z'),
    )
    for (const edge of edges)
      for (let near = -36; near <= 36; near++)
        for (const ms of [-1, 0]) {
          const at = edge + near * hour * 0.5 + ms
          writeCase(site, at)
          all.push({ site, at, day: localDay(new Date(at).toISOString(), zone) })
        }
  }
  const counted = (length: number, keep: (day: string) => boolean = () => true) => {
    const counts = new Map<string, number>()
    for (const { day } of all)
      if (keep(day)) counts.set(day.slice(0, length), (counts.get(day.slice(0, length)) ?? 0) + 1)
    return counts
  }
  expect(await groups('day')).toEqual(counted(10))
  expect(await groups('month')).toEqual(counted(7))
  for (const length of [4, 7, 10])
    for (const [text, count] of counted(length)) {
      expect(await total({ receivedAt: text }), text).toBe(count)
      expect(await total({ receivedAt_gt: text }), text).toBe(
        all.filter(({ day }) => day.slice(0, length) > text).length,
      )
      expect(await total({ receivedAt_lte: text }), text).toBe(
        all.filter(({ day }) => day.slice(0, length) <= text).length,
      )
    }
  const [first] = all
  const one = zones.indexOf('Africa/Cairo')
  expect(await groups('day', { siteId: idOf(Site, one) })).toEqual(
    new Map(
      [...counted(10).keys()].flatMap((day) => {
        const count = all.filter((each) => each.site === one && each.day === day).length
        return count > 0 ? [[day, count] as const] : []
      }),
    ),
  )
  expect(await total({ receivedAt: new Date(first?.at ?? 0).toISOString() })).toBe(
    all.filter(({ at }) => at === first?.at).length,
  )
})

test('a day that a zone leaves out has nothing, and those around it have all', async () => {
  writeSite(0, 'Pacific/Apia')
  const change = Date.parse('2011-12-30T10:00:00Z')
  for (let near = -30; near < 30; near++) writeCase(0, change + near * hour)
  expect(await total({ receivedAt: '2011-12-30' })).toBe(0)
  expect(await total({ receivedAt: '2011-12-29' })).toBe(24)
  expect(await total({ receivedAt: '2011-12-31' })).toBe(24)
  expect(await total({ receivedAt_lt: '2011-12-31' })).toBe(30)
  expect([...(await groups('day')).keys()]).not.toContain('2011-12-30')
})

test('a midnight that is skipped begins its day an hour later by the wall clock', async () => {
  writeSite(0, 'Africa/Cairo')
  // The clocks went from 23:59 on the 23rd of April 2026 to 01:00 on the 24th.
  const change = Date.parse('2026-04-23T22:00:00Z')
  writeCase(0, change - 1)
  writeCase(0, change)
  expect(await groups('day')).toEqual(
    new Map([
      ['2026-04-23', 1],
      ['2026-04-24', 1],
    ]),
  )
  expect(await total({ receivedAt: '2026-04-24' })).toBe(1)
})

test('when the zone of a site changes, its days change: at once for who changed it, within a minute for all', async () => {
  writeSite(0, 'Asia/Riyadh')
  writeCase(0, '2026-11-20T22:30:00Z')
  expect(await total({ receivedAt: '2026-11-21' })).toBe(1)
  writeSite(0, 'Europe/London')
  countWrite(Site.resource)
  expect(await total({ receivedAt: '2026-11-20' })).toBe(1)
  expect(await groups('day')).toEqual(new Map([['2026-11-20', 1]]))
  writeSite(0, 'Asia/Tokyo')
  vi.setSystemTime(Date.now() + 61_000)
  expect(await total({ receivedAt: '2026-11-21' })).toBe(1)
  expect(await total({ receivedAt: '2026-11-20' })).toBe(0)
})

test('records of a site that was removed, or of no site, have the days of the actor’s first site', async () => {
  writeSite(0, 'Asia/Tokyo')
  writeSite(1, 'America/Santiago')
  writeCase(1, '2026-11-20T22:30:00Z')
  writeCase(7, '2026-11-20T22:30:00Z')
  expect(await groups('day')).toEqual(new Map([['2026-11-20', 2]]))
  const actor = { ...asker.actor, siteIds: [idOf(Site, 0)] }
  const texts = { by: JSON.stringify(['receivedAt:day', 'siteId']) }
  const { groups: found } = await askGroups(Case, parseGroups(Case, texts, actor), { actor })
  expect(found.map(({ key }) => `${key['receivedAt:day']} ${String(key.siteId).slice(-1)}`).sort()).toEqual([
    '2026-11-20 1',
    '2026-11-21 7',
  ])
})
