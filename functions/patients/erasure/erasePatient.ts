import type { Context } from '#functions/platform/http/context.ts'
import { operation } from '#functions/platform/http/operation.ts'
import { planned } from '#functions/platform/records/change.ts'
import { withConsequences } from '#functions/platform/records/consequences.ts'
import { loadToChange, recordReply } from '#functions/platform/records/load.ts'
import { save } from '#functions/platform/records/save.ts'
import { decideStep, type StepRequest } from '#functions/platform/records/step.ts'
import type { StoredRecord } from '#functions/platform/store/item.ts'
import { closeKeyStep } from '#functions/platform/store/persons/personKeys.ts'
import * as api from '#shared/api/patients.ts'
import { Patient } from '#shared/entities/patient.ts'
import { mattersAgainst } from './openMatters.ts'

/** Begins the erasure of a patient, which a job then carries out. */
export const erase = operation(api.erasePatient, async (request, values) => {
  const stored = await loadToChange(request, Patient)
  return recordReply(request, Patient, await erasePatient(request.context, stored, { values }))
})

/**
 * Begins the erasure of a patient in one transaction: the record says so, the key of the patient's history closes, so that
 * nobody adds anything, and the job is there. Throws the problem of what stands against it.
 */
export async function erasePatient(
  context: Context,
  stored: StoredRecord<Patient>,
  step: Omit<StepRequest, 'name' | 'related'>,
): Promise<StoredRecord> {
  const { id } = stored.record
  const related = await mattersAgainst(stored.record)
  // A patient who was deleted is in no list, but everything is still there.
  const present = { ...stored, record: { ...stored.record, deletedAt: undefined } }
  const asked = { ...step, name: 'erase', related }
  const { changes, reason, ...others } = await decideStep(context, Patient, present, asked)
  const own = await planned(context, Patient, stored, changes, 'erase', reason)
  const all = await withConsequences(context, own, others, [id])
  const [saved] = await save(context, all, [closeKeyStep(id, context.origin.at)])
  return saved ?? stored
}
