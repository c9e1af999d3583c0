import * as z from 'zod'
import { languages } from '#shared/entities/choices.ts'
import { Patient } from '#shared/entities/patient.ts'
import { jobReply, recordReply, stepBody } from './contract.ts'

const { actions } = Patient

/** Begins the erasure of a patient; answers with the patient, whose erasure a job carries out. */
export const erasePatient = { body: stepBody(actions.erase), reply: recordReply }

/** Writes everything that is held on a patient as a file. */
export const exportPatient = { body: stepBody(actions.export), reply: jobReply, status: 202 as const }

/** What the job of an export has to know. */
export const patientExportRequest = z.strictObject({
  patientId: z.string(),
  format: z.enum(['json', 'pdf']),
  paperLanguage: z.enum(languages).default('en'),
})
