import fc from 'fast-check'
import type { Entity } from '#shared/declaration/entity.ts'
import { Case } from '#shared/entities/case.ts'
import { Site } from '#shared/entities/site.ts'
import { checkAnswers, type Inquiry, throughOf } from './checkAnswers.ts'
import { Instances } from './instances.ts'
import { LaggingFeed } from './laggingFeed.ts'
import { feedInUse } from './replaced.ts'
import { type SampleQuestion, sampleQuestion } from './sampleQuestions.ts'
import { idOf, sampleValues, sites } from './sampleRecords.ts'

/** What was written an hour ago is not read again with every question. */
const old = { stampMs: 3_600_000, shownMs: 0, goneMs: 0 }

/** Parts of a whole, spread evenly over it from a random one on. */
export function* spreadParts(count: number): Generator<number> {
  const start = Math.random()
  const golden = (Math.sqrt(5) - 1) / 2
  for (let index = 0; index < count; index++) yield (start + index * golden) % 1
}

/** Two instances over some hundred cases that nobody changes, each with a file on the disk. */
export class QuietScene {
  readonly feed = new LaggingFeed()
  readonly instances = new Instances(true)
  readonly #questions = fc.sample(sampleQuestion(Case), { numRuns: 12, seed: 7 })

  constructor(size: number) {
    feedInUse.feed = this.feed
    this.feed.pageSize = 1000
    for (const site of sites) this.feed.write(Site, site, old)
    this.#fill(Case, size)
    const people = throughOf(Case)
    if (people) this.#fill(people, 5)
  }

  #fill(entity: Entity, size: number): void {
    const samples = fc.sample(sampleValues(entity), { numRuns: size, seed: 1 })
    for (const [number, values] of samples.entries())
      this.feed.write(entity, { ...values, id: idOf(entity, number) }, old)
  }

  /** Asks an instance several questions, and compares the answers with what stands in the table. */
  async check(number: number, questions: readonly SampleQuestion[] = this.#questions): Promise<void> {
    this.instances.use(number)
    const keptOf = (entity: Entity) => new Map(this.feed.latest(entity).map(({ id, version }) => [id, version]))
    const asked: Inquiry = { entity: Case, feed: this.feed, seen: [], keptOf }
    for (const question of questions) await checkAnswers(asked, question)
  }

  /** The pages of the feed that are read while something is done. */
  async pagesOf(work: () => Promise<void>): Promise<number> {
    const before = this.feed.pages
    await work()
    return this.feed.pages - before
  }
}
