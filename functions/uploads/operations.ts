import { presignedPut } from '#functions/platform/aws/files.ts'
import { operation } from '#functions/platform/http/operation.ts'
import { planCreate } from '#functions/platform/records/change.ts'
import { arrivingKey } from '#functions/platform/records/files/fileKeys.ts'
import { once } from '#functions/platform/records/idempotency.ts'
import { save } from '#functions/platform/records/save.ts'
import { createUpload, uploadFiles } from '#shared/api/uploads.ts'
import { recordAs } from '#shared/declaration/entity.ts'
import { Upload } from '#shared/entities/upload.ts'

/** Announces a file, and gives the address that takes exactly its bytes; the same key gives the same upload again. */
export const announceUpload = operation(createUpload, async (request) => {
  const { record } = await once(request, Upload, async (claim) => {
    const change = await planCreate(request.context, Upload, request.body)
    const [stored] = await save(request.context, [change], claim(change.after.id))
    if (!stored) throw new Error('Nothing was written')
    return stored
  })
  const { id, type, bytes, sha256 } = recordAs(Upload, record)
  const facts = { type, bytes, sha256, seconds: uploadFiles.minutes * 60 }
  return { status: 201, body: { id, ...(await presignedPut(arrivingKey(id), facts)) } }
})
