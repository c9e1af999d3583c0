import * as z from 'zod'
import { env } from '#functions/platform/aws/env.ts'
import { putFile } from '#functions/platform/aws/files.ts'
import type { Context } from '#functions/platform/http/context.ts'
import { operation } from '#functions/platform/http/operation.ts'
import { startJob } from '#functions/platform/jobs/startJob.ts'
import { planned } from '#functions/platform/records/change.ts'
import { load, loadToChange } from '#functions/platform/records/load.ts'
import { retryOnConflict } from '#functions/platform/records/retryOnConflict.ts'
import { save } from '#functions/platform/records/save.ts'
import { decideStep } from '#functions/platform/records/step.ts'
import { getRecord, getRecords } from '#functions/platform/store/read.ts'
import * as api from '#shared/api/settlements.ts'
import { problem } from '#shared/declaration/problem.ts'
import { Batch } from '#shared/entities/batch.ts'
import { Coverage } from '#shared/entities/coverage.ts'
import type { Job } from '#shared/entities/job.ts'
import { Patient } from '#shared/entities/patient.ts'
import { SettlementFile } from '#shared/entities/settlementFile.ts'
import { refuse } from '#shared/refusals.ts'
import { differencesBetween } from '#shared/rules/settlements/batchSeal.ts'
import { type ClaimSource, claimRowsOf } from '#shared/rules/settlements/claimRows.ts'
import { sha256Hex } from '#shared/values/hash.ts'
import { type ClaimFileFormat, claimFileFormats, claimFileOf } from './claimFileOf.ts'

/** Starts the job that writes a sealed batch as a file for its payer. */
export const exportBatch = operation(api.exportBatch, async (request, body) => {
  const stored = await loadToChange(request, Batch)
  await decideStep(request.context, Batch, stored, { name: 'export', values: body })
  const job = await startJob(request, {
    kind: 'batch-export',
    resource: Batch.resource,
    request: { batchId: stored.record.id, format: body.format },
  })
  return { status: 202, body: { job } }
})

/** A claim file: `sha256` over its bytes, `batchSha256` the seal's over its canonical rows. */
export interface BatchExport {
  readonly key: string
  readonly name: string
  readonly format: ClaimFileFormat
  readonly sha256: string
  readonly batchSha256: string
  readonly rows: number
  readonly bytes: number
}

const exportRequest = z.strictObject({ batchId: z.string(), format: z.enum(claimFileFormats) })

/** How often the batch is read when somebody else writes it while its export is entered. */
const attempts = 9

/** Writes a sealed batch as a file for its payer; one that does not read back equal to the seal is never stored. */
export async function runBatchExport(job: Job, context: Context): Promise<BatchExport> {
  const { batchId, format } = exportRequest.parse(job.request)
  const stored = await load(context, Batch, batchId, { consistent: true })
  await decideStep(context, Batch, stored, { name: 'export', values: { format } })
  const { number = '', sha256: batchSha256 = '', totals } = stored.record
  if (!totals) throw problem('BATCH_BROKEN')
  const lines = claimRowsOf(stored.record, await sourcesOf(stored.record, context))
  const { bytes, read, contentType } = await claimFileOf(stored.record, lines, { format, jobId: job.id })
  const differences = await differencesBetween({ sha256: batchSha256, totals }, read)
  if (differences.length > 0) throw problem('EXPORT_DIFFERS', { differences })
  const key = `exports/batches/${batchId}/${job.id}.${format}`
  await putFile(key, { body: bytes, type: contentType, bucket: env.bucket })
  const file = { key, format, sha256: await sha256Hex(bytes), rows: lines.length, bytes: bytes.length }
  const enter = () => enterExport(context, batchId, { ...file, at: context.origin.at })
  await retryOnConflict(enter, { attempts, busy: refuse('BATCH_BUSY') })
  return { ...file, batchSha256, name: `${number}.${format}` }
}

async function sourcesOf({ fileIds = [] }: Batch, context: Context): Promise<ClaimSource[]> {
  const { meter } = context
  const stored = await getRecords(SettlementFile, fileIds, { meter, consistent: true })
  const files = stored.map(({ record }) => record)
  const idsOf = (ids: readonly (string | undefined)[]) => [...new Set(ids.flatMap((id) => id ?? []))]
  const [coverages, patients] = await Promise.all([
    getRecords(Coverage, idsOf(files.map(({ coverageId }) => coverageId)), { meter }),
    getRecords(Patient, idsOf(files.map(({ patientId }) => patientId)), { meter }),
  ])
  return files.map((file) => {
    const coverage = coverages.find(({ record }) => record.id === file.coverageId)?.record
    const patient = patients.find(({ record }) => record.id === file.patientId)?.record
    if (!coverage || !patient) throw problem('EXPORT_SHORT', { number: file.number ?? file.id })
    return { file, coverage, patient }
  })
}

type BatchExportEntry = NonNullable<Batch['exports']>[number]

/** Enters the file with its batch, once however often the job is run. */
async function enterExport(context: Context, batchId: string, entry: BatchExportEntry): Promise<void> {
  const stored = await getRecord(Batch, batchId, { consistent: true })
  const exports = stored?.record.exports ?? []
  if (!stored || exports.some(({ key }) => key === entry.key)) return
  const change = await planned(context, Batch, stored, { exports: [...exports, entry] }, 'export')
  if (change) await save(context, [change])
}
