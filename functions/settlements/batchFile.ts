import * as z from 'zod'
import { putFile } from '#functions/platform/aws/files.ts'
import type { Context } from '#functions/platform/http/context.ts'
import { planned } from '#functions/platform/records/change.ts'
import { isStale, save } from '#functions/platform/records/save.ts'
import { getRecord, getRecords } from '#functions/platform/store/read.ts'
import { isOwnSite, may } from '#shared/declaration/access.ts'
import { recordAs } from '#shared/declaration/entity.ts'
import { conflict, notFound } from '#shared/declaration/problem.ts'
import { Batch } from '#shared/entities/batch.ts'
import { Coverage } from '#shared/entities/coverage.ts'
import type { Job } from '#shared/entities/job.ts'
import { Patient } from '#shared/entities/patient.ts'
import { SettlementFile } from '#shared/entities/settlementFile.ts'
import { differencesBetween } from '#shared/rules/settlements/batchSeal.ts'
import { batchStepsFrom } from '#shared/rules/settlements/batchWorkflow.ts'
import { type ClaimForm, type ClaimFormat, claimForms } from '#shared/rules/settlements/claimFile.ts'
import { type ClaimSource, claimRowsOf } from '#shared/rules/settlements/claimRows.ts'
import { sha256Hex } from '#shared/values/hash.ts'

/** A written claim file: `sha256` over its bytes, `batchSha256` the seal's over its canonical rows. */
export interface BatchExport {
  readonly key: string
  readonly name: string
  readonly format: ClaimFormat
  readonly sha256: string
  readonly batchSha256: string
  readonly rows: number
  readonly bytes: number
}

const asked = z.strictObject({ batchId: z.string(), format: z.enum(['csv', 'json']) })

/** How often the batch is read again when somebody else writes it while its export is entered. */
const mostClashes = 8

/** Writes a sealed batch as a file for its payer; one that does not read back equal to the seal is never stored. */
export async function runBatchExport(job: Job, context: Context): Promise<BatchExport> {
  const { batchId, format } = asked.parse(job.request)
  const batch = await batchFor(context, batchId)
  const { number = '', sha256: batchSha256 = '', totals } = batch
  if (!totals || !batchStepsFrom.export?.includes(batch.status ?? 'open'))
    throw conflict('BATCH_STATE', 'Only a sealed batch is exported.')
  const lines = claimRowsOf(batch, await sourcesOf(batch, context))
  const form: ClaimForm = claimForms[format]
  const text = form.write(batch, lines)
  const differences = await differencesBetween({ sha256: batchSha256, totals: { ...totals } }, form.read(text))
  if (differences.length > 0)
    throw conflict(
      'EXPORT_DIFFERS',
      `The file differs from the sealed batch and was not kept: ${differences.join('; ')}.`,
    )
  const bytes = new TextEncoder().encode(text)
  const key = `exports/batches/${batchId}/${job.id}.${format}`
  await putFile(key, bytes, form.contentType)
  const made = { key, format, sha256: await sha256Hex(bytes), rows: lines.length, bytes: bytes.length }
  await enter(context, batchId, { ...made, at: context.origin.at })
  return { ...made, batchSha256, name: `${number}.${format}` }
}

async function batchFor(context: Context, id: string): Promise<Batch> {
  const stored = await getRecord(id, { consistent: true })
  if (!stored || !isOwnSite(context.actor, Batch, stored.record) || !may(context.actor, Batch, 'export'))
    throw notFound()
  return recordAs(Batch, stored.record)
}

async function sourcesOf(batch: Batch, context: Context): Promise<ClaimSource[]> {
  const files = (await getRecords(batch.fileIds ?? [], context.meter, true)).map(({ record }) =>
    recordAs(SettlementFile, record),
  )
  const read = async (ids: readonly (string | undefined)[]) => {
    const records = await getRecords([...new Set(ids.flatMap((id) => id ?? []))], context.meter)
    return new Map(records.map(({ record }) => [record.id, record]))
  }
  const coverages = await read(files.map(({ coverageId }) => coverageId))
  const patients = await read(files.map(({ patientId }) => patientId))
  return files.map((file) => {
    const coverage = coverages.get(file.coverageId)
    const patient = patients.get(file.patientId ?? '')
    if (!coverage || !patient)
      throw conflict('EXPORT_SHORT', `The patient or the membership of ${file.number} is missing.`)
    return { file, coverage: recordAs(Coverage, coverage), patient: recordAs(Patient, patient) }
  })
}

type BatchExportEntry = NonNullable<Batch['exports']>[number]

/** Enters the file with its batch, once however often the job is run. */
async function enter(context: Context, batchId: string, entry: BatchExportEntry): Promise<void> {
  for (let clashes = 0; ; clashes++) {
    const stored = await getRecord(batchId, { consistent: true })
    const held = stored ? (recordAs(Batch, stored.record).exports ?? []) : []
    if (!stored || held.some(({ key }) => key === entry.key)) return
    const change = await planned(context, Batch, stored, { exports: [...held, entry] }, 'export')
    try {
      if (change) await save(context, [change])
      return
    } catch (error) {
      if (!isStale(error) || clashes >= mostClashes) throw error
    }
  }
}
