import fc from 'fast-check'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import type { Entity } from '#shared/declaration/entity.ts'
import { Case } from '#shared/entities/case.ts'
import { Invitation } from '#shared/entities/invitation.ts'
import { Site } from '#shared/entities/site.ts'
import { checkAnswers, throughOf } from './scene/checkAnswers.ts'
import { Instances } from './scene/instances.ts'
import { LaggingFeed } from './scene/laggingFeed.ts'
import { feedInUse } from './scene/replaced.ts'
import { type SampleQuestion, sampleQuestion } from './scene/sampleQuestions.ts'
import { idOf, sampleValues, sites } from './scene/sampleRecords.ts'

vi.mock('#functions/platform/store/readIndex.ts', async (original) =>
  (await import('./scene/replaced.ts')).readIndexOfFeed(original),
)
vi.mock('#functions/platform/store/read.ts', async (original) =>
  (await import('./scene/replaced.ts')).readOfFeed(original),
)
vi.mock('#functions/platform/projection/file/sqlite.ts', async (original) =>
  (await import('./scene/replaced.ts')).spiedSqlite(original),
)

const isFull = process.env.REDRESS_FULL === '1'

/** So many that every way of answering is taken: by an index of few, along an index, by a heap, by a whole sort. */
const size = 6000

let instances: Instances
const feed = new LaggingFeed()

beforeAll(() => {
  feed.pageSize = 1000
  feedInUse.feed = feed
  instances = new Instances()
  for (const site of sites) feed.write(Site, site)
  for (const entity of [Case, Invitation]) fill(entity)
})
afterAll(() => instances.remove())

/** What was written long ago is not read again with every question. */
const old = { stampMs: 3_600_000, shownMs: 0, goneMs: 0 }

function fill(entity: Entity): void {
  const through = throughOf(entity)
  const samples = fc.sample(sampleValues(entity), { numRuns: size, seed: 1 })
  for (const [number, values] of samples.entries()) feed.write(entity, { ...values, id: idOf(entity, number) }, old)
  const others = through ? fc.sample(sampleValues(through), { numRuns: 5, seed: 2 }) : []
  for (const [number, values] of others.entries())
    if (through) feed.write(through, { ...values, id: idOf(through, number) })
}

/** Pages of whole lists, of one site and of none, from both ends and the middle, along each index. */
const pagesOf = ({ columns, order }: Entity): SampleQuestion[] => {
  const [first = 'id'] = order.map(([name]) => name)
  const times = columns.filter((name) => name.endsWith('At') || name === 'serviceOn')
  const sorts = [
    [],
    ...[...new Set([first, ...times])].flatMap((name) => [
      [name, 'ASC'],
      [name, 'DESC'],
    ]),
  ]
  const filters = [{}, { siteId: idOf(Site, 1) }]
  return filters.flatMap((filter) =>
    sorts.flatMap((sort, index) => {
      const total = 'siteId' in filter ? 1200 : size
      const offsets = [0.7, 0.9, 0.97, 1].map((part) => Math.floor(total * part) - 1)
      const offset = offsets[index % offsets.length] ?? 0
      return { who: 0, filter, sort, offset, limit: 200, by: ['siteId'], sum: [] }
    }),
  )
}

test.each([Case, Invitation])(
  'random questions about thousands of $resource are answered as the model says',
  {
    timeout: 3_600_000,
  },
  async (entity) => {
    const question = fc
      .tuple(sampleQuestion(entity), fc.integer({ min: 0, max: size }), fc.integer({ min: 100, max: 200 }))
      .map(([asked, offset, limit]) => ({ ...asked, offset: asked.offset === 0 ? 0 : offset, limit }))
    instances.use(0)
    const examples = pagesOf(entity)
    const keptOf = (each: Entity) => instances.versionsOf(0, each)
    await fc.assert(
      fc.asyncProperty(question, (each) => checkAnswers({ entity, feed, seen: [], keptOf }, each)),
      { numRuns: examples.length + (isFull ? 2000 : 15), examples: examples.map((each) => [each]) },
    )
    expect(keptOf(entity).size).toBe(size)
  },
)
