import { presignedGet } from '#functions/platform/aws/files.ts'
import { product } from '#functions/platform/http/context.ts'
import { idOf, operation } from '#functions/platform/http/operation.ts'
import { planned } from '#functions/platform/records/change.ts'
import { load } from '#functions/platform/records/load.ts'
import { retryOnConflict } from '#functions/platform/records/retryOnConflict.ts'
import { save } from '#functions/platform/records/save.ts'
import { getRecord } from '#functions/platform/store/read.ts'
import { openFile } from '#shared/api/uploads.ts'
import type { Entity, RecordValues } from '#shared/declaration/entity.ts'
import { problem } from '#shared/declaration/problem.ts'
import { Upload } from '#shared/entities/upload.ts'
import { refuse } from '#shared/refusals.ts'
import { keptKey } from './fileKeys.ts'
import { requireScanned } from './fileScan.ts'

/**
 * Gives the address of one file of a record by its place in `files` of the declaration, counted from 1, and enters in the
 * file's history who opened it. Throws the 404 of a place without a kept file, and the 409 of one that waits for its scan for
 * malware or did not pass it.
 */
export const openKeptFile = (entity: Entity) =>
  operation(openFile, async (request) => {
    const { context, actor } = request
    const { record } = await load(context, entity, idOf(request), { way: 'file' })
    const files = record[entity.files ?? '']
    const entry: RecordValues | undefined = Array.isArray(files) ? files[Number(request.params.n) - 1] : undefined
    const id = entry?.uploadId
    if (typeof id !== 'string') throw problem('FILE_ABSENT')
    const key = keptKey(record.id, id)
    const scan = await requireScanned(key, String(entry?.file ?? ''))
    // The record decides who may open its files; the file itself is seen by whoever sent it.
    const asProduct = { ...context, actor: product }
    const enter = async () => {
      const stored = await getRecord(Upload, id, { consistent: true })
      if (stored?.record.usedFor !== record.id) throw problem('FILE_ABSENT')
      const facts = { openedAt: context.origin.at, openedBy: actor.userId }
      const change = await planned(asProduct, Upload, stored, facts, 'open-file')
      if (change) await save(context, [change])
      return stored.record
    }
    const { name, type, bytes, sha256 } = await retryOnConflict(enter, { busy: refuse('FILE_BUSY') })
    return { body: { url: await presignedGet(key, name), name, type, bytes, sha256, scan } }
  })
