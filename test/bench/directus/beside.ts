import { mkdirSync } from 'node:fs'
import { type Desk, offsetOf, pageRows, redress } from '#test/bench/desk.ts'
import { dataFolder, fillFolder, placesOf, startOn } from '#test/bench/product/filledProduct.ts'
import { type DeskQuestion, questions } from '#test/bench/questions.ts'
import type { QuestionTimes } from '#test/bench/report.ts'
import { median, timed } from '#test/bench/timings.ts'
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
    for (const question of questions) comparisons.push(await compare(question, [own, other], size))
    comparisons.push(...(await compareTasks([own, other])))
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

/** How often each product does a whole task. */
const rounds = 5

/** Cases that are changed at once. */
const changedCount = 1000

type Task = (desk: Desk, n: number) => Promise<number>

/** Lets both products write a file of all cases, and change many of them at once. */
async function compareTasks(desks: readonly [Desk, Desk]): Promise<QuestionTimes[]> {
  const ids = new Map(await Promise.all(desks.map(async (desk) => [desk, await firstIds(desk)] as const)))
  const tasks: Readonly<Record<string, Task>> = {
    'export of all as CSV': (desk) => desk.exportAll(),
    'change of 1,000 at once': (desk, n) => desk.changeMany(ids.get(desk) ?? [], { disputedMinor: 8_000_001 + n }),
  }
  const comparisons: QuestionTimes[] = []
  for (const [what, task] of Object.entries(tasks)) {
    const results = desks.map((desk) => ({ desk, times: [] as number[], found: 0 }))
    for (let n = 0; n < rounds; n++)
      for (const result of results) {
        const { answer, ms } = await timed(() => task(result.desk, n))
        result.times.push(ms)
        result.found = answer
      }
    comparisons.push(comparisonOf(what, results))
  }
  return comparisons
}

/** The ids of the newest cases. */
async function firstIds(desk: Desk): Promise<string[]> {
  const question = { what: 'default list' }
  const ids: string[] = []
  for (let offset = 0; ids.length < changedCount; offset += pageRows) {
    const page = desk.rowsOf(await desk.ask(question, 0, 0, offset))
    if (page.length === 0) break
    ids.push(...page.map(({ id }) => id))
  }
  return ids.slice(0, changedCount)
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
  return comparisonOf(question.what, results)
}

interface DeskResult {
  readonly times: readonly number[]
  readonly found: number
}

function comparisonOf(what: string, [own, other]: readonly DeskResult[]): QuestionTimes {
  const timeOf = (times: readonly number[] = []) => (times.length > 0 ? median(times) : undefined)
  const comparison = {
    what,
    own: timeOf(own?.times),
    other: timeOf(other?.times),
    found: [own?.found ?? 0, other?.found ?? 0] as const,
  }
  console.log(`  ${what}: ${comparison.own?.toFixed(1) ?? 'refused'} / ${comparison.other?.toFixed(1) ?? 'refused'} ms`)
  return comparison
}
