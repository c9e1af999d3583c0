import fc from 'fast-check'
import { afterAll, expect, test, vi } from 'vitest'
import type { SeenRecord } from '#functions/platform/projection/follow/follow.ts'
import { maintainProjection } from '#functions/platform/projection/maintainProjection.ts'
import type { Entity } from '#shared/declaration/entity.ts'
import { entities, entityOf } from '#shared/entities/index.ts'
import { Site } from '#shared/entities/site.ts'
import { checkAnswers, type Inquiry, throughOf } from './scene/checkAnswers.ts'
import { Instances } from './scene/instances.ts'
import { type Lag, LaggingFeed } from './scene/laggingFeed.ts'
import { bucket, feedInUse } from './scene/replaced.ts'
import { type SampleQuestion, sampleQuestion } from './scene/sampleQuestions.ts'
import { idOf, sampleValues, sites } from './scene/sampleRecords.ts'

vi.mock('#functions/platform/store/readIndex.ts', async (original) =>
  (await import('./scene/replaced.ts')).readIndexOfFeed(original),
)
vi.mock('#functions/platform/store/read.ts', async (original) =>
  (await import('./scene/replaced.ts')).readOfFeed(original),
)
vi.mock('#functions/platform/aws/removeFiles.ts', async () => (await import('./scene/replaced.ts')).removalInMemory())
vi.mock('#functions/platform/aws/files.ts', async (original) =>
  (await import('./scene/replaced.ts')).filesInMemory(original),
)
vi.mock('#functions/platform/projection/file/sqlite.ts', async (original) =>
  (await import('./scene/replaced.ts')).spiedSqlite(original),
)
vi.useFakeTimers({ toFake: ['Date'] })
afterAll(() => vi.useRealTimers())

const isFull = process.env.REDRESS_FULL === '1'

type Step =
  | {
      do: 'write'
      number: number
      values: object
      isDeleted: boolean
      isOther: boolean
      lag: Lag
      isOwn: boolean
      isDuring: boolean
    }
  | { do: 'wait'; ms: number }
  | { do: 'ask' | 'fail'; instance: number; question: SampleQuestion }
  | { do: 'cold' | 'maintain'; instance: number }
  | { do: 'close' }

const within = (min: number, max: number) => fc.integer({ min, max })
const lag: fc.Arbitrary<Lag> = fc.oneof(
  { weight: 4, arbitrary: fc.constant({ stampMs: 0, shownMs: 0, goneMs: 0 }) },
  {
    weight: 3,
    arbitrary: fc.record({ stampMs: within(-100, 100), shownMs: within(0, 150), goneMs: within(-150, 300) }),
  },
  {
    weight: 3,
    arbitrary: fc.record({ stampMs: within(0, 900), shownMs: within(0, 6500), goneMs: within(-6000, 3000) }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ stampMs: within(-5000, 20_000), shownMs: within(0, 90_000), goneMs: within(-9000, 9000) }),
  },
)

const stepOf = (entity: Entity): fc.Arbitrary<Step> => {
  const write = (written: Entity, isOther: boolean, weight: number) => ({
    weight,
    arbitrary: fc.record({
      do: fc.constant('write' as const),
      number: fc.nat(7),
      values: sampleValues(written),
      isDeleted: fc.integer({ min: 0, max: 5 }).map((number) => number === 5),
      isOther: fc.constant(isOther),
      lag,
      isOwn: fc.boolean(),
      isDuring: fc.integer({ min: 0, max: 3 }).map((number) => number === 3),
    }),
  })
  const through = throughOf(entity)
  const instance = fc.nat(1)
  return fc.oneof(
    write(entity, false, 12),
    ...(through ? [write(through, true, 3)] : []),
    {
      weight: 4,
      arbitrary: fc.record({ do: fc.constant('wait' as const), ms: fc.constantFrom(1, 50, 400, 2500, 4000, 31_000) }),
    },
    {
      weight: 6,
      arbitrary: fc.record({ do: fc.constant('ask' as const), instance, question: sampleQuestion(entity) }),
    },
    {
      weight: 1,
      arbitrary: fc.record({ do: fc.constant('fail' as const), instance, question: sampleQuestion(entity) }),
    },
    { weight: 1, arbitrary: fc.record({ do: fc.constantFrom('cold' as const, 'maintain' as const), instance }) },
    { weight: 1, arbitrary: fc.constant({ do: 'close' as const }) },
  )
}

const listed = entities.filter(({ resource }) => resource !== Site.resource)
const sequence = fc.constantFrom(...listed).chain((entity) =>
  fc.record({
    resource: fc.constant(entity.resource),
    steps: fc.array(stepOf(entity), { minLength: 5, maxLength: 60 }),
    last: sampleQuestion(entity),
    inFiles: fc.integer({ min: 0, max: 7 }).map((number) => number === 7),
  }),
)

/** The run of one sequence: two instances over one feed, and one person who asks. */
class SequenceRun {
  readonly feed = new LaggingFeed()
  readonly instances: Instances
  #own: SeenRecord[] = []

  constructor(
    readonly entity: Entity,
    inFiles: boolean,
  ) {
    bucket.clear()
    feedInUse.feed = this.feed
    this.instances = new Instances(inFiles)
    for (const site of sites) this.feed.write(Site, site)
  }

  async take(step: Step): Promise<void> {
    switch (step.do) {
      case 'write':
        return step.isDuring ? this.#duringNextPage(() => this.#write(step)) : this.#write(step)
      case 'wait':
        vi.setSystemTime(Date.now() + step.ms)
        return
      case 'ask':
        return this.ask(step.instance, step.question)
      case 'fail':
        return this.#fail(step.instance, step.question)
      case 'cold':
        return this.instances.startCold(step.instance)
      case 'close':
        return this.instances.close()
      case 'maintain':
        this.instances.use(step.instance)
        await maintainProjection()
        this.instances.fileOf(step.instance).run('INSERT OR REPLACE INTO "figures" VALUES (\'compared\', 0)')
        expect((await maintainProjection()).differences, 'nothing has to be repaired').toBe(0)
    }
  }

  async ask(instance: number, question: SampleQuestion): Promise<void> {
    this.instances.use(instance)
    const seen = this.#own
    const asked: Inquiry = {
      entity: this.entity,
      feed: this.feed,
      seen,
      keptOf: (entity) => this.instances.versionsOf(instance, entity),
    }
    await checkAnswers(asked, question)
    const isThrough = question.filter.q && this.entity.search?.through
    for (const entity of [this.entity, ...(isThrough ? [throughOf(this.entity) ?? this.entity] : [])])
      this.#checkAge(entity, seen, asked.keptOf(entity))
  }

  #write({ number, values, isDeleted, isOther, lag, isOwn }: Extract<Step, { do: 'write' }>): void {
    const entity = isOther ? (throughOf(this.entity) ?? this.entity) : this.entity
    const id = idOf(entity, number)
    const deletedAt = isDeleted ? new Date().toISOString() : undefined
    const { record } = this.feed.write(entity, { ...values, id, ...(deletedAt && { deletedAt }) }, lag)
    if (isOwn) this.#own = [...this.#own.filter((seen) => seen.id !== id), { id, version: record.version }].slice(-20)
  }

  #duringNextPage(run: () => void): void {
    const next = this.feed.beforePage
    this.feed.beforePage = () => {
      this.feed.beforePage = next
      run()
    }
  }

  // A following that ends half way is as if its process had been killed there.
  async #fail(instance: number, question: SampleQuestion): Promise<void> {
    this.instances.use(instance)
    this.#duringNextPage(() => {
      throw new Error('The store is away')
    })
    await this.ask(instance, question).catch((error) => expect(error.message).toBe('The store is away'))
    this.feed.beforePage = () => {}
  }

  /** An own write is there at once, any other within the time that its lag allows. */
  #checkAge(entity: Entity, own: readonly SeenRecord[], kept: ReadonlyMap<string, number>): void {
    for (const { id, version } of own.filter(({ id }) => id.startsWith(`${entity.prefix}_`)))
      expect(kept.get(id) ?? 0, `own write ${id}`).toBeGreaterThanOrEqual(version)
    const now = Date.now()
    for (const { id } of this.feed.latest(entity))
      for (const { record, committedAt, shownFrom, shownUntil } of this.feed.versionsOf(id)) {
        const [late, age] = [shownFrom - committedAt, now - shownFrom]
        const isDue = (late < 290 && age > 200) || (late < 7900 && age > 2300) || (late < 119_000 && age > 30_300)
        if (isDue && shownUntil > now)
          expect(kept.get(id) ?? 0, `write ${id}, ${late} ms late, ${age} ms ago`).toBeGreaterThanOrEqual(
            record.version,
          )
      }
  }
}

test('random sequences of writes, lags, crashes and cold starts: every list, group, search and export is as the model says', {
  timeout: 7_200_000,
}, async () => {
  await fc.assert(
    fc.asyncProperty(sequence, async ({ resource, steps, last, inFiles }) => {
      const entity = entityOf(resource)
      const run = new SequenceRun(entity, inFiles)
      try {
        for (const step of steps) await run.take(step)
        run.feed.beforePage = () => {}
        vi.setSystemTime(Date.now() + 121_000)
        for (const instance of [0, 1]) {
          await run.ask(instance, last)
          const kept = run.instances.versionsOf(instance, entity)
          for (const { id, version } of run.feed.latest(entity)) expect(kept.get(id), 'nothing is lost').toBe(version)
        }
      } finally {
        await run.instances.remove()
      }
    }),
    { numRuns: isFull ? 10_000 : 200 },
  )
})
