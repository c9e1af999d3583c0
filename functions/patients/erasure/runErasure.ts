import * as z from 'zod'
import { leaseMs, readControl } from '#functions/platform/jobs/control.ts'
import type { JobOutcome, JobRun } from '#functions/platform/jobs/jobRun.ts'
import { extendLease } from '#functions/platform/store/lease.ts'
import { DamagedValue } from '#functions/platform/store/packing/packed.ts'
import { getRecord } from '#functions/platform/store/read.ts'
import { ConditionFailure } from '#functions/platform/store/transact.ts'
import { Problem } from '#shared/declaration/problem.ts'
import { Patient } from '#shared/entities/patient.ts'
import { SettlementFile } from '#shared/entities/settlementFile.ts'
import { Upload } from '#shared/entities/upload.ts'
import { clearJob, jobsThatMayTell } from './clearJobs.ts'
import { eraseRecord } from './eraseRecord.ts'
import { patientIdsOf } from './openMatters.ts'
import { closeMerged, endErasure, settledAt } from './patientKeys.ts'
import { patientEntities, recordsOfPatients, uploadsOf } from './patientRecords.ts'
import { batchesOf, removeBatchExports, removeKeptFiles } from './removePatientFiles.ts'

const erasureRequest = z.strictObject({ patientId: z.string() })

/** The worker stops here, and the job goes on at an instant, UTC; at once without one. */
class ErasurePause extends Error {
  override readonly name = 'ErasurePause'
  constructor(readonly waitUntil?: string) {
    super('The erasure goes on later')
  }
}

/** How long the erasure waits for a job that still writes a file of a list, in milliseconds. */
const jobWaitMs = 60_000

/**
 * Erases a patient and those merged into it. Every part finds what is left to do and does it, so that a run which was
 * interrupted anywhere goes on; what arrived meanwhile is found by the sweeps after the keys have settled. The key goes last.
 */
export async function runErasure(run: JobRun): Promise<JobOutcome> {
  const { patientId } = erasureRequest.parse(run.job.request)
  try {
    await erase(run, patientId)
    return { status: 'done', total: (await readControl(run.job.id))?.pointer ?? 0 }
  } catch (error) {
    if (error instanceof ErasurePause) return { status: 'unfinished', waitUntil: error.waitUntil }
    // A busy store and another worker pass, and an erasure is not given up.
    const isPassing = error instanceof ConditionFailure || (error instanceof Problem && error.status >= 409)
    if (isPassing) return { status: 'unfinished', waitUntil: inMs(jobWaitMs) }
    throw error
  }
}

const inMs = (ms: number): string => new Date(Date.now() + ms).toISOString()

async function erase(run: JobRun, patientId: string): Promise<void> {
  const patient = (await getRecord(Patient, patientId, { consistent: true }))?.record
  if (!patient?.erasingAt || patient.erasedAt !== undefined) return
  const ids = patientIdsOf(patient)
  for (const id of ids.slice(1)) await closeMerged(id, run.job.id)
  await sweep(run, ids)
  const settled = await settledAt(ids)
  if (new Date().toISOString() < settled) throw new ErasurePause(settled)
  for (;;) {
    const { count, asOf } = await sweep(run, ids)
    // A list that could not be read to its end names too little.
    if (asOf < settled) throw new ErasurePause(inMs(jobWaitMs))
    if (count === 0) break
  }
  await removeFilesOf(run, ids, settled)
  for (const id of ids.toReversed()) await endErasure(id, run.job.id)
}

/** Erases every record of some patients that lists name at this moment; how many there were, and the instant of the lists. */
async function sweep(run: JobRun, patientIds: readonly string[]): Promise<{ count: number; asOf: string }> {
  let count = 0
  let asOf = new Date().toISOString()
  const failures: unknown[] = []
  const eraseOne = async (...[entity, id]: [Parameters<typeof eraseRecord>[1], string]) => {
    if (Date.now() > run.until) throw new ErasurePause()
    try {
      if (await eraseRecord(run, entity, id)) count++
    } catch (error) {
      // Another worker has the job, or the store is busy.
      if (error instanceof ConditionFailure || error instanceof Problem) throw error
      failures.push(error)
    }
  }
  for (const entity of patientEntities) {
    const found = await recordsOfPatients(entity, patientIds, () => failures.push(new DamagedValue()))
    if (found.asOf < asOf) asOf = found.asOf
    for (const { id } of found.records) {
      if (entity.files !== undefined) for (const uploadId of await uploadsOf(id)) await eraseOne(Upload, uploadId)
      await eraseOne(entity, id)
    }
  }
  for (const id of patientIds) await eraseOne(Patient, id)
  // What could not be erased keeps the erasure from ending, and nothing else from being erased.
  if (failures.length > 0) throw failures[0]
  return { count, asOf }
}

/** Removes every file that tells of some patients, or may. */
async function removeFilesOf(run: JobRun, patientIds: readonly string[], settled: string): Promise<void> {
  const batchIds = new Set<string>()
  for (const entity of patientEntities.filter(({ files }) => files !== undefined))
    for (const { id } of (await recordsOfPatients(entity, patientIds)).records) {
      await goOn(run)
      await removeKeptFiles(id)
      if (entity.resource === SettlementFile.resource) for (const batchId of await batchesOf(id)) batchIds.add(batchId)
    }
  const jobs = await jobsThatMayTell([...batchIds])
  // What began after the erasure of the records has nothing of them.
  const writing = jobs.filter(({ isActive, createdAt = '' }) => isActive === true && createdAt <= settled)
  if (writing.length > 0) throw new ErasurePause(inMs(jobWaitMs))
  for (const job of jobs.filter(({ createdAt = '' }) => createdAt <= settled)) {
    await goOn(run)
    await clearJob(job, [...batchIds], run.job.id)
  }
  for (const batchId of batchIds) await removeBatchExports(batchId, run.job.id)
}

/** Keeps the lease; throws `ErasurePause` when another worker has it, or the time of this one is over. */
async function goOn({ lease, until }: JobRun): Promise<void> {
  if (Date.now() > until || !(await extendLease(lease, leaseMs))) throw new ErasurePause()
}
