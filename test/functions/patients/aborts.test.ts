import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'
import { expect, test, vi } from 'vitest'
import { runJob } from '#functions/lambdas/jobs.ts'
import { jobControlKey } from '#functions/platform/store/items/jobItems.ts'
import { updateItem } from '#functions/platform/store/update.ts'
import { verifyAudit } from '#functions/system/operations.ts'
import { Job } from '#shared/entities/job.ts'
import { Patient } from '#shared/entities/patient.ts'
import { filesBelow, useFiles } from '#test/support/files.ts'
import { useTable } from '#test/support/table.ts'
import { askErasure, erasureJob, everyItem, filed, fullPatient, pass, recordNow, secretsIn } from './scene.ts'

const world = useTable()
const store = useFiles()
const isFull = process.env.REDRESS_FULL === '1'

/** Calls of the table and the file store that the worker still makes before it dies. */
let left = Number.POSITIVE_INFINITY
class WorkerDeath extends Error {
  override readonly name = 'WorkerDeath'
}

/** Makes a call; of the last one before the worker dies the answer is lost, or it is not made at all. */
async function mortal<T>(call: () => Promise<T>, isLostAfter: boolean): Promise<T> {
  left -= 1
  if (left > 0) return call()
  if (left === 0 && isLostAfter) await call()
  throw new WorkerDeath()
}

/** Runs the job in a worker that dies after so many calls; nothing is left of it but its lease, which ends. */
async function runUntilDeath(id: string, calls: number): Promise<void> {
  left = calls
  await runJob(id, Date.now() + 600_000).catch(() => undefined)
  left = Number.POSITIVE_INFINITY
  await updateItem(jobControlKey(id), { set: { leaseUntil: 0 } })
}

test('a worker that dies between any two calls leaves an erasure that the next one ends, each record once', {
  timeout: 300_000,
}, async () => {
  const { patientId, caseId, deletedId, statementId } = await fullPatient(world())
  const { uploadId } = await filed(world(), patientId)
  expect((await askErasure(patientId)).status).toBe(200)
  const id = erasureJob(patientId)
  const realSend = DynamoDBDocumentClient.prototype.send
  const realFetch = globalThis.fetch
  vi.spyOn(DynamoDBDocumentClient.prototype, 'send').mockImplementation(function (
    this: DynamoDBDocumentClient,
    command,
  ) {
    return mortal(() => Reflect.apply(realSend, this, [command]), left % 2 === 0) as never
  })
  vi.spyOn(globalThis, 'fetch').mockImplementation((...request) => mortal(() => realFetch(...request), left % 2 === 0))
  let deaths = 0
  for (let calls = 2; (await recordNow(Job, id)).status !== 'done'; calls += isFull ? 1 : 3) {
    await runUntilDeath(id, calls)
    deaths++
    if ((await recordNow(Job, id)).dueAt !== undefined && deaths % 40 === 0) pass(5)
  }
  vi.restoreAllMocks()
  vi.useRealTimers()
  expect(deaths).toBeGreaterThan(20)
  expect((await recordNow(Patient, patientId)).erasedAt).toBeDefined()
  expect((await everyItem()).flatMap(secretsIn)).toEqual([])
  for (const [path, bytes] of filesBelow(store())) expect([path, secretsIn(bytes.toString())]).toEqual([path, []])
  // Each was made, one of the cases deleted and the file used, and then erased once.
  const versions = [caseId, deletedId, statementId, uploadId].map(
    async (each) => (await recordNow(Patient, each)).version,
  )
  expect(await Promise.all(versions)).toEqual([2, 3, 2, 3])
  for await (const finding of verifyAudit()) expect(finding).toBeUndefined()
})
