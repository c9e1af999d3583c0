import { writeFileSync } from 'node:fs'
import { cpus } from 'node:os'
import { performance } from 'node:perf_hooks'
import { runJob } from '#functions/lambdas/jobs.ts'
import { Patient } from '#shared/entities/patient.ts'
import { priceLines, pricingRequest } from '#shared/rules/settlements/pricing.ts'
import { as } from '#test/support/call.ts'
import { freshTable, startEngine } from '#test/support/engine.ts'
import { openFileStore } from '#test/support/files.ts'
import { seed, seedPeople } from '#test/support/people.ts'
import { testEnvironment } from '#test/support/table.ts'
import { growCases } from './grow.ts'

/** One measured figure beside its goal. */
interface Figure {
  readonly what: string
  readonly goal: string
  readonly measured: string
}

const figures: Figure[] = []
const report = (what: string, goal: string, measured: string) => {
  figures.push({ what, goal, measured })
  console.log(`${what}: ${measured} (goal ${goal})`)
}
const median = (times: readonly number[]) => [...times].sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0

async function medianOf(times: number, act: () => Promise<unknown>): Promise<number> {
  const durations: number[] = []
  for (let n = 0; n < times; n++) {
    const from = performance.now()
    await act()
    durations.push(performance.now() - from)
  }
  return median(durations)
}

const engine = await startEngine()
Object.assign(process.env, testEnvironment(engine.endpoint, await freshTable(engine.endpoint)))
const world = await seedPeople()
const { id: patientId } = await seed(Patient, { ...Patient.example, siteId: world.siteId })
const list = (query: Record<string, unknown>) => as('director')('GET /api/cases', undefined, { query })
const planOf = async (query: Record<string, unknown>) => (await list(query)).headers['x-query-plan'] ?? ''

let size = 0
for (const next of process.argv.includes('--full') ? [1000, 10_000, 100_000] : [1000, 10_000]) {
  const from = performance.now()
  await growCases(size, next, { siteId: world.siteId, patientId, ownerId: world.userIds.officer })
  report(
    `creating cases up to ${next}`,
    '',
    `${Math.round((next - size) / ((performance.now() - from) / 1000))} records/s`,
  )
  size = next
  report(
    `page of 25 by status at ${size}`,
    '≤ 1.5 read units, count ≤ 0.5',
    await planOf({ filter: { status: 'received' }, range: [0, 24] }),
  )
  report(`page at 90 % of ${size}`, '≤ 40 read units', await planOf({ range: [size * 0.9, size * 0.9 + 24] }))
  report(
    `first page of ${size}, warm`,
    '≤ 10 ms p50',
    `${(await medianOf(40, () => list({ range: [0, 24] }))).toFixed(1)} ms`,
  )
}
const bulk = await as('everyone')('POST /api/cases/bulk', {
  filter: { severity: 'routine' },
  changes: { serviceLine: 'dental' },
})
const from = performance.now()
await runJob(bulk.body.job, Date.now() + 600_000)
const { body: job } = await as('everyone')(`GET /api/jobs/${bulk.body.job}`)
report(
  'bulk change',
  '≥ 1,500 records/s',
  `${Math.round(job.done / ((performance.now() - from) / 1000))} records/s, ${job.done} done, ${job.failed} failed`,
)

const files = await openFileStore()
const exporting = await as('everyone')('POST /api/cases/export', {})
const writing = performance.now()
await runJob(exporting.body.job, Date.now() + 600_000)
const { body: exportJob } = await as('everyone')(`GET /api/jobs/${exporting.body.job}`)
const seconds = (performance.now() - writing) / 1000
report('export of a list', '100,000 rows in ≤ 4 s', `${exportJob.result.rows} rows in ${seconds.toFixed(1)} s`)
await files.close()

const request = pricingRequest.parse({
  currency: 'SAR',
  class: 'B',
  classRules: [{ class: 'B', covered: true, discountBp: 1000, coinsuranceBp: 2000, deductibleMinor: 5000 }],
  lines: Array.from({ length: 50 }, (_, n) => ({
    lineNo: n + 1,
    serviceCode: `S${n}`,
    serviceCategory: 'imaging',
    quantity: 2,
    unitPriceMinor: 12_345,
  })),
})
report('pricing a 50-line file', '≤ 1 ms', `${(await medianOf(500, async () => priceLines(request))).toFixed(3)} ms`)

const machine = `${cpus().length} × ${cpus()[0]?.model.trim()}, Node ${process.versions.node}, embedded engine in memory`
const now = new Date().toISOString().slice(0, 10)
const rows = figures.map(({ what, goal, measured }) => `| ${what} | ${goal} | ${measured} |`).join('\n')
writeFileSync('docs/benchmarks.json', `${JSON.stringify({ at: now, machine, figures }, null, 2)}\n`)
writeFileSync(
  'docs/benchmarks.md',
  `# Benchmarks\n\nBy \`npm run bench\` on ${now}: ${machine}.\n\n| what | goal | measured |\n|---|---|---|\n${rows}\n`,
)
await engine.stop()
process.exit(0)
