import { performance } from 'node:perf_hooks'
import { setTimeout as pause } from 'node:timers/promises'
import { addressOf, reasonOf } from '#test/bench/desk.ts'
import { atLeast, atMost, type Figures } from '#test/bench/figures.ts'
import type { Connection } from '#test/bench/product/connection.ts'
import type { BenchProduct } from '#test/bench/product/filledProduct.ts'
import { countOf, recordsFrom } from '#test/bench/product/records.ts'
import { questions } from '#test/bench/questions.ts'
import { median, milliseconds, whole } from '#test/bench/timings.ts'
import { ended, filterFor } from './jobs.ts'

const what = 'bulk change'

/** The most records of the bulk change. */
const recordLimit = 100_000

/** Records whose version says how often they were changed. */
const sampleSize = 100

/** Time between two lists of the person who looks meanwhile, in milliseconds. */
const lookEveryMs = 100

const rateGoal = atLeast(1500, '≥ 1,500 records/s', recordLimit)
const waitGoal = atMost(300, 'never over 300 ms')

/** Lists as a person who works meanwhile, until `isOver`; adds how long each took, and how old the oldest was. */
async function look(person: Connection, size: number, isOver: () => boolean) {
  const asked = questions.filter(({ goal, by, depth }) => goal && !by && !depth).slice(0, 4)
  const waits: number[] = []
  let oldestMs = 0
  let refusals = 0
  for (let n = 0; !isOver(); n++) {
    const { status, ms, headers } = await person.get(addressOf(asked[n % asked.length] ?? { what: 'list' }, n, size))
    if (status === 200) waits.push(ms)
    else refusals++
    const asOf = Date.parse(String(headers['x-as-of']))
    if (asOf) oldestMs = Math.max(oldestMs, Date.now() - asOf)
    await pause(lookEveryMs)
  }
  return { waits, oldestMs, refusals }
}

/** Changes many records by one job and asks for lists all the while. */
export async function measureBulk({ person }: BenchProduct, size: number, figures: Figures): Promise<void> {
  const currency = 'AED'
  const before = await recordsFrom(person, 0, sampleSize)
  const fromMs = performance.now()
  const body = { filter: filterFor(size, recordLimit), changes: { currency } }
  const started = await person.send('POST', '/api/cases/bulk', body)
  if (started.status !== 202) return figures.refuse(what, reasonOf(started), rateGoal)
  let isOver = false
  const looking = look(person, size, () => isOver)
  const job = await ended(person, started, 200)
  const rate = (job?.done ?? 0) / ((performance.now() - fromMs) / 1000)
  isOver = true
  const { waits, oldestMs, refusals } = await looking
  if (!job) return figures.refuse(what, 'it did not end', rateGoal)
  await pause(1000)

  const count = await countOf(person, { currency })
  const versions = new Map((await recordsFrom(person, 0, sampleSize)).map(({ id, version }) => [id, version]))
  const isOnce = before.every(({ id, version }) => versions.get(id) === version + 1)
  const check =
    count === job.total && isOnce ? 'each once' : `${count} of ${job.total} have it, ${isOnce ? '' : 'not '}once`
  figures.add(what, `${whole(rate)} records/s; ${whole(job.done)} done, ${job.failed} failed, ${check}`, rate, rateGoal)
  const age = oldestMs ? `, at most ${milliseconds(oldestMs)} behind` : ''
  const refused = refusals ? `, ${refusals} refused` : ''
  const longest = Math.max(...waits)
  const shown = `longest ${milliseconds(longest)}, p50 ${milliseconds(median(waits))} of ${waits.length}${age}${refused}`
  figures.add('a list during the bulk change', shown, longest, waitGoal)
}
