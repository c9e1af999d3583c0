import { lambda } from '#functions/platform/http/lambda.ts'
import { crud } from '#functions/platform/routes/crud.ts'
import { Encounter } from '#shared/entities/encounter.ts'
import { Patient } from '#shared/entities/patient.ts'

/** Patients and their visits. */
export const handler = lambda('patients', { ...crud(Patient), ...crud(Encounter) })
