import { env } from '#functions/platform/aws/env.ts'
import { removeFiles } from '#functions/platform/aws/removeFiles.ts'
import { product } from '#functions/platform/http/context.ts'
import { askIds } from '#functions/platform/projection/ask.ts'
import { planned } from '#functions/platform/records/change.ts'
import { isStale, retryOnConflict } from '#functions/platform/records/retryOnConflict.ts'
import { save } from '#functions/platform/records/save.ts'
import { removeJobList } from '#functions/platform/store/items/jobItems.ts'
import { destroyKeyStep } from '#functions/platform/store/persons/personKeys.ts'
import { getRecord, getRecords } from '#functions/platform/store/read.ts'
import { conditionOf } from '#shared/api/condition.ts'
import { temporaryFiles } from '#shared/api/transfer.ts'
import { uploadFiles } from '#shared/api/uploads.ts'
import { Job } from '#shared/entities/job.ts'
import { refuse } from '#shared/refusals.ts'
import { hasPersonalFile, hasPersonalRequest } from '#shared/rules/patients/personalJobs.ts'
import { erasureContext } from './patientRecords.ts'

/**
 * Jobs that may tell of a patient: by files that they wrote or read, or by what they were asked for. Nobody knows who is in
 * a list, so all lists of persons count, and the exports of some batches.
 */
export async function jobsThatMayTell(batchIds: readonly string[]): Promise<Job[]> {
  const kinds = ['bulk', 'export', 'patient-export', 'import', 'import-check', 'batch-export']
  const ids = await askIds(Job, { conditions: [conditionOf(Job, 'kind_eq_any', kinds)] }, { actor: product })
  const jobs = (await getRecords(Job, ids, { consistent: true })).map(({ record }) => record)
  return jobs.filter((job) => hasPersonalFile(job, batchIds) || hasPersonalRequest(job))
}

/** Removes what a job that has ended kept of persons: its files, rows, differences and errors, and what it was asked for. */
export async function clearJob(job: Job, batchIds: readonly string[], requestId: string): Promise<void> {
  const { id } = job
  if (hasPersonalFile(job, batchIds)) {
    for (const folder of [temporaryFiles.lists, temporaryFiles.imports])
      await removeFiles(`${folder}${id}-`, env.bucket)
    const { uploadId } = job.request ?? {}
    if (typeof uploadId === 'string') await removeFiles(`${uploadFiles.arriving}${uploadId}`, env.bucket)
    for (const list of ['rows', 'differences', 'errors'] as const) await removeJobList(id, list)
  }
  const note = async () => {
    const stored = await getRecord(Job, id, { consistent: true })
    if (!stored) return
    const context = erasureContext(requestId)
    const gone = hasPersonalFile(stored.record, batchIds) && {
      result: { ...stored.record.result, isGone: true },
      errors: null,
    }
    const isAsked = hasPersonalRequest(stored.record)
    const change = await planned(context, Job, stored, { ...gone, ...(isAsked && { request: null }) }, 'remove-file')
    if (change) await save(context, [change], isAsked ? [destroyKeyStep(id, context.origin.at)] : [])
  }
  await retryOnConflict(note, { busy: refuse('STORE_BUSY'), isConflict: isStale })
}
