import { performance } from 'node:perf_hooks'
import { parseCsv } from '#shared/values/csv.ts'
import { reasonOf } from '#test/bench/desk.ts'
import { atLeast, atMost, type Figures } from '#test/bench/figures.ts'
import type { BenchProduct } from '#test/bench/product/filledProduct.ts'
import { watchMemory } from '#test/bench/product/processUsage.ts'
import { milliseconds, whole } from '#test/bench/timings.ts'
import { ended, filterFor } from './jobs.ts'

/** The most rows of an export and of an import. */
const rowLimits = { export: 100_000, import: 10_000 } as const

const importGoal = atLeast(1000, '≥ 1,000 records/s', rowLimits.import)
const memoryGoal = atMost(256, '≤ 256 MiB above idle')
const exportGoals = { csv: atMost(2000, '≤ 2 s for 100,000 rows'), xlsx: atMost(8000, '≤ 8 s for 100,000 rows') }

/** Writes the cases as a file of each format. */
export async function measureExports(instance: BenchProduct, size: number, figures: Figures): Promise<void> {
  for (const format of ['csv', 'xlsx'] as const) await measureExport(instance, size, figures, format)
}

async function measureExport(
  { person, product }: BenchProduct,
  size: number,
  figures: Figures,
  format: keyof typeof exportGoals,
): Promise<void> {
  const what = `export as ${format.toUpperCase()}`
  const goal = exportGoals[format]
  const peak = watchMemory(product.processId)
  const idleMiB = peak()
  const fromMs = performance.now()
  const body = { filter: filterFor(size, rowLimits.export), format }
  const started = await person.send('POST', '/api/cases/export', body)
  if (started.status !== 202) return figures.refuse(what, reasonOf(started), goal)
  const job = await ended(person, started, 50)
  const ms = performance.now() - fromMs
  if (job?.status !== 'done') return figures.refuse(what, `the job ${job?.status ?? 'did not end'}`, goal)
  const moreMiB = peak() - idleMiB
  const bytes = Buffer.from(await (await fetch(job.result.url)).arrayBuffer())
  const rows = format === 'csv' ? parseCsv(bytes.toString()).length - 1 : job.result.rows
  // The goal is about a file of full length.
  const judged = rows >= rowLimits.export * 0.9 ? ms : undefined
  figures.add(what, `${milliseconds(ms)} for ${whole(rows)} rows`, judged, goal)
  figures.add(`memory of the ${format.toUpperCase()} export`, `${whole(moreMiB)} MiB more`, moreMiB, memoryGoal)
}

/** Makes new cases out of the rows of a file. */
export async function measureImport({ person }: BenchProduct, size: number, figures: Figures): Promise<void> {
  const patients: { id: string; siteId: string }[] = (await person.get('/api/patients?range=[0,49]')).json()
  const head = 'siteId,patientId,type,channel,receivedAt,summary,disputedMinor,currency'
  const now = new Date().toISOString()
  const row = (n: number) => {
    const { id, siteId } = patients[n % patients.length] ?? { id: '', siteId: '' }
    return `${siteId},${id},enquiry,letter,${now},"Asked what visit ${n} cost, and why.",${100 * (n + 1)},SAR`
  }
  const rows = Math.min(size, rowLimits.import)
  const file = [head, ...Array.from({ length: rows }, (_, n) => row(n))].join('\r\n')
  const fromMs = performance.now()
  const started = await person.send('POST', '/api/cases/import', { file, mode: 'insert' })
  if (started.status !== 202) return figures.refuse('import', reasonOf(started), importGoal)
  const job = await ended(person, started, 100)
  const rate = rows / ((performance.now() - fromMs) / 1000)
  if (job?.status !== 'done') return figures.refuse('import', `the job ${job?.status ?? 'did not end'}`, importGoal)
  const shown = `${whole(rate)} records/s; ${whole(job.result.inserted)} made, ${job.failed} refused`
  figures.add('import', shown, rate, importGoal)
}
