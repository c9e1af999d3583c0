import { Encounter } from '#shared/entities/encounter.ts'
import { Patient } from '#shared/entities/patient.ts'
import { crud } from '../kit/crud.ts'
import { lambda } from '../kit/lambda.ts'

/** Patients and their visits. */
export const handler = lambda('patients', { ...crud(Patient), ...crud(Encounter) })
