import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { expect, test } from 'vitest'
import { runJob } from '#functions/lambdas/jobs.ts'
import { readControl } from '#functions/platform/jobs/control.ts'
import { Site } from '#shared/entities/site.ts'
import { as } from '#test/support/call.ts'
import { useFiles } from '#test/support/files.ts'
import { useTable } from '#test/support/table.ts'
import { uploadTable } from '#test/support/uploads.ts'

useTable()
useFiles()

const isFull = process.env.REDRESS_FULL === '1'
/** Rows of 1.2 KB: 60 MB in a full run. */
const rows = isFull ? 50_000 : 2500
/** Megabytes that the last rows may take more than the first ones; the table itself is in memory all the time. */
const growth = 30

setFlagsFromString('--expose-gc')
const collect: () => void = runInNewContext('gc')

test(`a file of ${Math.round(rows * 0.0012)} MB with ${rows} rows is imported with its progress, in steady memory`, {
  timeout: 3_600_000,
}, async () => {
  const filler = 'x'.repeat(1180)
  const lines = Array.from({ length: rows }, (_, row) => `${Site.example.code},Patient ${row},L-${row},,${filler}`)
  const text = ['siteId,name,memberNumber,phone,filler', ...lines].join('\n')
  expect(text.length).toBeGreaterThan(rows * 1200)
  const uploadId = await uploadTable('officer', text)
  const names = ['siteId', 'name', 'memberNumber', 'phone'].map((name) => [name, name])
  const mapping = { ...Object.fromEntries(names), filler: null }
  const { body } = await as('officer')('POST /api/patients/import', { uploadId, mode: 'insert', mapping })
  const seen: { pointer: number; megabytes: number }[] = []
  const watch = setInterval(
    async () => {
      const pointer = (await readControl(body.job))?.pointer ?? 0
      // What nothing refers to any more is not in use, whenever the engine collects it.
      collect()
      const { heapUsed, external } = process.memoryUsage()
      seen.push({ pointer, megabytes: Math.round((heapUsed + external) / 1e6) })
    },
    isFull ? 2000 : 150,
  )
  const began = Date.now()
  await runJob(body.job, Date.now() + 3_500_000)
  clearInterval(watch)
  const { body: job } = await as('officer')(`GET /api/jobs/${body.job}`)
  expect(job).toMatchObject({ status: 'done', done: rows, failed: 0, result: { inserted: rows } })
  const writing = seen.filter(({ pointer }) => pointer > 0)
  const memory = writing.map(({ megabytes }) => megabytes)
  console.info(
    `${rows} rows in ${Math.round((Date.now() - began) / 1000)} s, ${Math.min(...memory)} to ${Math.max(...memory)} MB`,
  )
  expect(new Set(writing.map(({ pointer }) => pointer)).size).toBeGreaterThan(5)
  const mean = (some: readonly number[]) => some.reduce((sum, each) => sum + each, 0) / some.length
  const third = Math.ceil(memory.length / 3)
  expect(mean(memory.slice(-third)) - mean(memory.slice(0, third))).toBeLessThan(growth)
})
