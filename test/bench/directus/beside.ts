import { mkdirSync } from 'node:fs'
import { type Desk, offsetOf, redress } from '#test/bench/desk.ts'
import { dataFolder, fillFolder, placesOf, startOn } from '#test/bench/product/filledProduct.ts'
import { type DeskQuestion, questions } from '#test/bench/questions.ts'
import type { QuestionTimes } from '#test/bench/report.ts'
import { median } from '#test/bench/timings.ts'
import { directus } from './directus.ts'

/** The other product, and the number of cases that both have. */
interface CompareRequest {
  readonly url: string
  readonly token: string
  readonly size: number
  /** A data folder that is filled once and kept; without it a temporary one. */
  readonly folder?: string
}

/** Askings of each question, of each product. */
const askings = 30

/** Asks both the same questions in turn, and says the medians of each. */
export async function compareWith({ url, token, size, folder: kept }: CompareRequest): Promise<QuestionTimes[]> {
  const { folder, remove } = kept ? { folder: kept, remove: () => {} } : dataFolder()
  mkdirSync(folder, { recursive: true })
  const other = directus(url, token)
  try {
    const instance = await startFilled(folder, size)
    const own = redress(instance.person)
    const comparisons: QuestionTimes[] = []
    for (const question of questions) {
      const comparison = await compare(question, [own, other], size)
      console.log(
        `  ${question.what}: ${comparison.own?.toFixed(1) ?? 'refused'} / ${comparison.other?.toFixed(1) ?? 'refused'} ms`,
      )
      comparisons.push(comparison)
    }
    await instance.stop()
    return comparisons
  } finally {
    other.close()
    remove()
  }
}

async function startFilled(folder: string, size: number) {
  const first = await startOn(folder)
  const question = questions[0] ?? { what: 'default list' }
  const desk = redress(first.person)
  if (desk.totalOf(question, await desk.ask(question, 0, size)) >= size) return first
  const places = await placesOf(first.person)
  await first.stop()
  await fillFolder(folder, size, places)
  return startOn(folder)
}

async function compare(question: DeskQuestion, desks: readonly [Desk, Desk], size: number): Promise<QuestionTimes> {
  const results = await Promise.all(
    desks.map(async (desk) => ({
      desk,
      offset: await offsetOf(desk, question, size),
      times: [] as number[],
      found: 0,
    })),
  )
  // The first asking warms both and does not count.
  for (let n = 0; n <= askings; n++)
    for (const result of results) {
      const answer = await result.desk.ask(question, n, size, result.offset)
      if (answer.status >= 300) continue
      if (n > 0) result.times.push(answer.ms)
      result.found = result.desk.totalOf(question, answer)
    }
  const [own, other] = results
  const timeOf = (times: readonly number[] = []) => (times.length > 0 ? median(times) : undefined)
  return {
    what: question.what,
    own: timeOf(own?.times),
    other: timeOf(other?.times),
    found: [own?.found ?? 0, other?.found ?? 0],
  }
}
