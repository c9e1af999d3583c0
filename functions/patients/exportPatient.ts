import { operation } from '#functions/platform/http/operation.ts'
import { startJob } from '#functions/platform/jobs/startJob.ts'
import { planned } from '#functions/platform/records/change.ts'
import { loadToChange } from '#functions/platform/records/load.ts'
import { decideStep } from '#functions/platform/records/step.ts'
import * as api from '#shared/api/patients.ts'
import { Patient } from '#shared/entities/patient.ts'

/** Starts the job that writes everything that is held on a patient as a file, and enters it in the patient's history. */
export const exportPatient = operation(api.exportPatient, async (request, body) => {
  const { context } = request
  const stored = await loadToChange(request, Patient)
  const { changes, reason } = await decideStep(context, Patient, stored, { name: 'export', values: body })
  const change = await planned(context, Patient, stored, changes, 'export', reason)
  const changesFor = async () => (change ? [change] : [])
  const asked = { patientId: stored.record.id, ...body }
  const job = await startJob(
    request,
    { kind: 'patient-export', resource: Patient.resource, request: asked },
    { changesFor },
  )
  return { status: 202, body: { job } }
})
