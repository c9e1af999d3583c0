import { env } from '#functions/platform/aws/env.ts'
import { copyFile } from '#functions/platform/aws/files.ts'
import { type Context, referenced } from '#functions/platform/http/context.ts'
import type { AnyRecord, RecordValues } from '#shared/declaration/entity.ts'
import type { Fields } from '#shared/declaration/field.ts'
import { problem } from '#shared/declaration/problem.ts'
import { Upload } from '#shared/entities/upload.ts'
import { arrivingKey, keptKey } from './fileKeys.ts'
import { verifyContent } from './verifyContent.ts'

/**
 * The uploads that the body of a step names, each verified and copied under the record. A copy that no step follows is of
 * no record; the same step writes it again. Throws the problem of a file that is not there, or not what was announced.
 */
export async function namedUploads(
  context: Context,
  fields: Fields,
  body: RecordValues,
  { id: recordId }: AnyRecord,
): Promise<Upload[]> {
  const uploads: Upload[] = []
  for (const id of new Set(uploadIds(fields, body))) {
    const upload = (await referenced(context, Upload, id))?.record
    if (upload?.purpose !== 'document' || upload.createdBy !== context.actor.userId) throw problem('UPLOAD_ABSENT')
    if (upload.status !== 'expected') throw problem('UPLOAD_USED', { name: upload.name })
    await verifyContent(upload, arrivingKey(id))
    await copyFile(arrivingKey(id), keptKey(recordId, id), env.bucket)
    uploads.push(upload)
  }
  return uploads
}

/** Ids in every field that refers to uploads, within groups and lists too. */
function* uploadIds(fields: Fields, values: RecordValues): Generator<string> {
  for (const [name, { resource, fields: inner }] of Object.entries(fields)) {
    for (const value of [values[name]].flat()) {
      if (resource === Upload.resource && typeof value === 'string') yield value
      if (inner && typeof value === 'object' && value !== null) yield* uploadIds(inner, value as RecordValues)
    }
  }
}
