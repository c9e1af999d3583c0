import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { product } from '#functions/platform/http/context.ts'
import { leaseMs, readControl } from '#functions/platform/jobs/control.ts'
import { askIds } from '#functions/platform/projection/ask.ts'
import { jobControlKey } from '#functions/platform/store/items/jobItems.ts'
import { getRecords } from '#functions/platform/store/read.ts'
import { updateItem } from '#functions/platform/store/update.ts'
import { conditionOf } from '#shared/api/condition.ts'
import { Case } from '#shared/entities/case.ts'
import { Patient } from '#shared/entities/patient.ts'
import { as } from '#test/support/call.ts'
import { useFiles } from '#test/support/files.ts'
import { growCases } from '#test/support/growCases.ts'
import { type LossyProxy, startLossyProxy } from '#test/support/lossyProxy.ts'
import { seed } from '#test/support/people.ts'
import { useTable } from '#test/support/table.ts'

const isFull = process.env.REDRESS_FULL === '1'
const [records, kills] = isFull ? [100_000, 500] : [2000, 4]

const world = useTable()
useFiles()
let proxy: LossyProxy
let patientId: string
const workers = new Set<ChildProcess>()

beforeAll(async () => {
  proxy = await startLossyProxy(process.env.DYNAMODB_ENDPOINT ?? '', 40)
  patientId = (await seed(Patient, { ...Patient.example, siteId: world().siteId })).id
  await growCases(0, records, { siteId: world().siteId, patientId })
}, 900_000)
afterAll(async () => {
  for (const worker of workers) worker.kill('SIGKILL')
  await proxy?.close()
})

/** Starts a worker in a process of its own. */
async function startWorker(): Promise<ChildProcess> {
  const worker = fork(new URL('../../../support/jobWorker.ts', import.meta.url), {
    execArgv: ['--import', 'tsx', '--disable-warning=Warning'],
    env: { ...process.env, DYNAMODB_ENDPOINT: proxy.endpoint },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  workers.add(worker)
  await once(worker, 'message')
  return worker
}

async function kill(worker: ChildProcess): Promise<void> {
  worker.kill('SIGKILL')
  await once(worker, 'exit')
  workers.delete(worker)
}

/** Ends the lease of a job, so that the next worker need not wait for it. */
async function expireLease(id: string): Promise<void> {
  const control = await readControl(id)
  if (!control) return
  await updateItem(jobControlKey(id), {
    set: { leaseUntil: Date.now() - leaseMs },
    if: { equals: { fence: control.fence } },
  })
}

const isDone = async (id: string) => (await as('everyone')(`GET /api/jobs/${id}`)).body.status === 'done'

test(`${records} records are changed once each through ${kills} kills, two workers, lost answers and a busy store`, {
  timeout: isFull ? 5_400_000 : 120_000,
}, async () => {
  const { body } = await as('everyone')('POST /api/cases/bulk', { filter: { patientId }, changes: { level: 2 } })
  let killed = 0
  let pair = await Promise.all([startWorker(), startWorker()])
  while (killed < kills && !(await isDone(body.job))) {
    await new Promise((done) => setTimeout(done, 20 + Math.random() * (isFull ? 250 : 100)))
    await kill(pair[0])
    killed++
    await expireLease(body.job)
    pair = [pair[1], await startWorker()]
  }
  await expect.poll(() => isDone(body.job), { timeout: isFull ? 3_000_000 : 90_000, interval: 200 }).toBe(true)
  await Promise.all(pair.map(kill))
  expect(killed).toBeGreaterThan(2)
  expect(proxy.failures()).toBeGreaterThan(0)
  expect(await readControl(body.job)).toMatchObject({ pointer: records, failed: 0, total: records })
  const seen: Record<string, number> = {}
  const ids = await askIds(Case, { conditions: [conditionOf(Case, 'patientId', patientId)] }, { actor: product })
  for (let from = 0; from < ids.length; from += 1000)
    for (const { record } of await getRecords(Case, ids.slice(from, from + 1000))) {
      const state = `version ${record.version}, level ${record.level}`
      seen[state] = (seen[state] ?? 0) + 1
    }
  expect(seen).toEqual({ 'version 2, level 2': records })
})
