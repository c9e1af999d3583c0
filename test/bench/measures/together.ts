import { performance } from 'node:perf_hooks'
import { addressOf } from '#test/bench/desk.ts'
import { atLeast, atMost, type Figures } from '#test/bench/figures.ts'
import { type Connection, connect, type TimedAnswer } from '#test/bench/product/connection.ts'
import type { BenchProduct } from '#test/bench/product/filledProduct.ts'
import { type RecordVersion, recordsFrom } from '#test/bench/product/records.ts'
import { questions } from '#test/bench/questions.ts'
import { median, milliseconds, percentile, whole } from '#test/bench/timings.ts'
import { signIn } from '#test/support/session.ts'

/** People at once, the seconds they work, and the records each of them saves. */
const crowd = { people: 16, seconds: 15, records: 10 } as const

const pages = questions.filter(({ by, depth }) => !by && !depth)
const lists = pages.filter(({ filter, sort }) => !filter && !sort)
const searches = pages.filter(({ filter }) => filter?.(0, 1000).q !== undefined)
const filters = pages.filter((question) => !lists.includes(question) && !searches.includes(question))

/** What a person does in turn: of ten requests four list, three filter or sort, one searches and two save. */
const turns = [lists, filters, 'save', lists, filters, lists, searches, 'save', lists, filters] as const

const logins = ['officer', 'unit-manager', 'director', 'front-desk', 'everyone'] as const
const goals = {
  rate: atLeast(300, '≥ 300 requests/s'),
  wait: atMost(250, 'p99 ≤ 250 ms'),
  refusals: atMost(0, 'no refusal'),
}

/** One person: lists as the panel does, and saves records that nobody else saves, each on its own version. */
async function work(
  connection: Connection,
  records: readonly RecordVersion[],
  size: number,
  endMs: number,
  seed: number,
) {
  const answers: TimedAnswer[] = []
  for (let n = seed; performance.now() < endMs; n++) {
    const turn = turns[n % turns.length] ?? lists
    if (turn !== 'save') {
      const question = turn[Math.floor(n / turns.length) % turn.length]
      if (question) answers.push(await connection.get(addressOf(question, n % 50, size)))
      continue
    }
    const row = records[n % records.length]
    if (!row) throw new Error('A person has no records to save')
    const body = { version: row.version, disputedMinor: 100 * (n + 1) }
    const answer = await connection.send('PATCH', `/api/cases/${row.id}`, body)
    if (answer.status === 200) row.version = answer.json().version
    answers.push(answer)
  }
  return answers
}

/** Sixteen people list, filter, search and save at the same time. */
export async function measureTogether({ product }: BenchProduct, size: number, figures: Figures): Promise<void> {
  const tokens = await Promise.all(logins.map(async (login) => (await signIn(product.url, login)).token))
  const people = Array.from({ length: crowd.people }, (_, index) =>
    connect(product.url, tokens[index % tokens.length] ?? ''),
  )
  const taken = new Set<string>()
  const records: RecordVersion[][] = []
  for (const person of people) {
    const rows = await recordsFrom(person, 0, 200)
    const own = rows.filter(({ id }) => !taken.has(id)).slice(0, crowd.records)
    for (const { id } of own) taken.add(id)
    records.push(own)
  }
  const endMs = performance.now() + crowd.seconds * 1000
  const working = people.map((person, index) => work(person, records[index] ?? [], size, endMs, index * 7))
  const answers = (await Promise.all(working)).flat()
  for (const person of people) person.close()
  const times = answers.map(({ ms }) => ms)
  const statuses = new Map<number, number>()
  for (const { status } of answers) if (status >= 300) statuses.set(status, (statuses.get(status) ?? 0) + 1)
  const refusals = [...statuses.values()].reduce((sum, count) => sum + count, 0)
  const reasons = [...statuses].map(([status, count]) => `${whole(count)} × ${status}`).join(', ')
  const rate = answers.length / crowd.seconds
  const p99 = percentile(times, 0.99)
  figures.add('16 people at once', `${whole(rate)} requests/s`, rate, goals.rate)
  figures.add(
    '16 people at once, waiting',
    `p50 ${milliseconds(median(times))}, p99 ${milliseconds(p99)}`,
    p99,
    goals.wait,
  )
  figures.add(
    '16 people at once, refusals',
    refusals ? `${whole(refusals)} (${reasons})` : 'none',
    refusals,
    goals.refusals,
  )
}
