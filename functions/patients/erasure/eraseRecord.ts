import { leaseMs } from '#functions/platform/jobs/control.ts'
import type { JobRun } from '#functions/platform/jobs/jobRun.ts'
import { isStale, retryOnConflict } from '#functions/platform/records/retryOnConflict.ts'
import { save } from '#functions/platform/records/save.ts'
import { extendLeaseStep } from '#functions/platform/store/lease.ts'
import { destroyKeyStep } from '#functions/platform/store/persons/personKeys.ts'
import { getAnyRecord, getRecord } from '#functions/platform/store/read.ts'
import type { AnyRecord, Entity, RecordValues } from '#shared/declaration/entity.ts'
import { Survey } from '#shared/entities/survey.ts'
import { Upload } from '#shared/entities/upload.ts'
import { refuse } from '#shared/refusals.ts'
import { endedValues, erasedValues } from '#shared/rules/patients/erasedValues.ts'
import { isSame } from '#shared/values/canonical.ts'
import { erasureContext } from './patientRecords.ts'

/**
 * Takes away what a record says of its person, in one transaction with the progress of the job, so that it counts once; false
 * when nothing is left. A file's own key goes with its name.
 */
export function eraseRecord(run: JobRun, entity: Entity, id: string): Promise<boolean> {
  const erase = async () => {
    const before = await getAnyRecord(id, { consistent: true })
    if (!before) return false
    const { record } = before
    const values = { ...erasedValues(entity, record, await questionsOf(record)), ...endedValues(entity, record) }
    if (isAsBefore(record, values)) return false
    const after = { ...record, ...values }
    const keys = entity.resource === Upload.resource ? [destroyKeyStep(id, new Date().toISOString())] : []
    await save(
      erasureContext(run.job.id),
      [{ entity, before, after, action: 'erase-values', isErasure: true }],
      [...keys, extendLeaseStep(run.lease, leaseMs, { add: { pointer: 1 } })],
    )
    return true
  }
  // Somebody may have changed it between the reading and the writing.
  return retryOnConflict(erase, { busy: refuse('STORE_BUSY'), isConflict: isStale })
}

const isAsBefore = (record: AnyRecord, values: RecordValues): boolean =>
  Object.entries(values).every(([name, value]) => isSame(record[name] ?? null, value))

/** The questions that a response answers; none when the questionnaire is gone, and then no answer is kept. */
async function questionsOf({ surveyId, answers }: AnyRecord) {
  if (answers === undefined || typeof surveyId !== 'string') return []
  return (await getRecord(Survey, surveyId))?.record.questions ?? []
}
