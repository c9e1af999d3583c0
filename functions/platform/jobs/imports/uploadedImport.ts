import { type Context, product } from '#functions/platform/http/context.ts'
import type { Request } from '#functions/platform/http/operation.ts'
import { planStep } from '#functions/platform/records/planStep.ts'
import type { Change } from '#functions/platform/store/commit.ts'
import { getRecord } from '#functions/platform/store/read.ts'
import type { ImportBody } from '#shared/api/transfer.ts'
import type { Entity } from '#shared/declaration/entity.ts'
import { problem } from '#shared/declaration/problem.ts'
import { Upload } from '#shared/entities/upload.ts'
import { startJob } from '../startJob.ts'
import { checkChecked } from './checkChecked.ts'

/** How a file is imported, without the file. */
type ImportChoice = Omit<ImportBody, 'file' | 'uploadId'>

/** Starts the job that reads a file that was uploaded and imports it; a dry run leaves the upload for the import after it. */
export async function startUploadedImport(entity: Entity, request: Request, uploadId: string, choice: ImportChoice) {
  const { dryRun = false, check, ...columns } = choice
  await ownImport(request.context, uploadId)
  await checkChecked(request.context, entity, check, { ...columns, uploadId })
  const job = await startJob(
    request,
    {
      kind: dryRun ? 'import-check' : 'import',
      resource: entity.resource,
      request: { ...columns, uploadId, ...(check !== undefined && { check }) },
    },
    // Written with the job: a stop between the two would leave a file that no import takes any more.
    { changesFor: async (id) => (dryRun ? [] : uploadUse(request.context, uploadId, id)) },
  )
  return { status: 202, body: { job } }
}

/** An upload of the actor's own that is for imports; throws the problem of any other. */
export async function ownImport({ actor, meter }: Context, uploadId: string) {
  const stored = await getRecord(Upload, uploadId, { meter, consistent: true })
  if (stored?.record.purpose !== 'import' || stored.record.createdBy !== actor.userId) throw problem('UPLOAD_ABSENT')
  return stored
}

/** Notes that an upload serves a job; another import of it is refused. */
async function uploadUse(context: Context, uploadId: string, jobId: string): Promise<readonly Change[]> {
  const stored = await ownImport(context, uploadId)
  if (stored.record.status !== 'expected') throw problem('UPLOAD_USED', { name: stored.record.name })
  const step = { name: 'use', values: { usedFor: jobId }, isConsequence: true } as const
  return planStep({ ...context, actor: product }, Upload, stored, step)
}
