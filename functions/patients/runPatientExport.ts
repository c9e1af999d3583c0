import { env } from '#functions/platform/aws/env.ts'
import { putFile } from '#functions/platform/aws/files.ts'
import type { JobOutcome, JobRun } from '#functions/platform/jobs/jobRun.ts'
import { load } from '#functions/platform/records/load.ts'
import { patientExportRequest } from '#shared/api/patients.ts'
import { temporaryFiles } from '#shared/api/transfer.ts'
import { may } from '#shared/declaration/access.ts'
import { problem } from '#shared/declaration/problem.ts'
import { Patient } from '#shared/entities/patient.ts'
import { sha256Hex } from '#shared/values/hash.ts'
import { everythingOn } from './everythingOn.ts'
import type { patientPaper } from './patientPaper.ts'

/** Writes the file of an export; a run that was interrupted begins again, and the file appears whole or not at all. */
export async function runPatientExport({ job, lease, context }: JobRun): Promise<JobOutcome> {
  const { patientId, format, paperLanguage } = patientExportRequest.parse(job.request)
  // The rights of the person may have changed since.
  if (!may(context.actor, Patient, 'export')) throw problem('ROLE')
  const { record } = await load(context, Patient, patientId, { consistent: true, way: 'export' })
  if (record.erasingAt !== undefined) throw problem('ERASURE_RUNS')
  const everything = await everythingOn(record, context.origin.at)
  const body =
    format === 'pdf' ? await paperOf(everything, paperLanguage) : Buffer.from(JSON.stringify(everything, null, 2))
  const key = `${temporaryFiles.lists}${job.id}-${lease.fence}.${format}`
  const type = format === 'pdf' ? 'application/pdf' : 'application/json'
  const sha256 = await sha256Hex(body)
  await putFile(key, { body, type, sha256, bucket: env.bucket })
  // The name of the patient must not stay in the job, which nobody erases.
  const name = `patient-${context.origin.at.slice(0, 10)}.${format}`
  const rows = Object.values(everything.records).flat().length
  return { status: 'done', total: rows, result: { key, name, format, sha256, rows, bytes: body.length } }
}

// A cold start does without the writer of PDF, its words and its scripts.
const paperOf: typeof patientPaper = async (...given) => (await import('./patientPaper.ts')).patientPaper(...given)
