import { mkdirSync, rmSync } from 'node:fs'
import type { IncomingMessage, RequestListener } from 'node:http'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { logFailure } from '#infra/local/process/log.ts'
import { sendProblem } from '#infra/local/server/answer.ts'
import { isSigned, type KeyPair } from '#infra/local/server/signature.ts'
import { uploadFiles } from '#shared/api/uploads.ts'
import { type ObjectFolder, receiveObject } from './receiveObject.ts'
import { removeOldObjects } from './removeOldObjects.ts'

/** The file store at home: the protocol of S3, with files on disk. */
export type FileStore = { handler: RequestListener }

/** How often files that arrived and were not used are looked for, in milliseconds. */
const sweepEveryMs = 3_600_000

/** Opens the store on `folder` with its bucket; the handler serves `/files/` and requires a valid signature. */
export const openFiles = async (folder: string, bucket: string, keys: KeyPair): Promise<FileStore> => {
  const arriving = join(folder, '.arriving')
  // What a stop interrupted is of no use.
  rmSync(arriving, { recursive: true, force: true })
  mkdirSync(arriving, { recursive: true, mode: 0o700 })
  const inside = createRequire(createRequire(import.meta.url).resolve('s3rver'))
  inside('./models/account.js').DUMMY_ACCOUNT.createKeyPair(keys.accessKeyId, keys.secretAccessKey)
  const Store = inside('./s3rver.js')
  const store = new Store({
    directory: folder,
    silent: true,
    vhostBuckets: false,
    configureBuckets: [{ name: bucket }],
  })
  const objects: ObjectFolder = store.store
  if (!(await store.store.getBucket(bucket))) await store.configureBuckets()
  const serve: RequestListener = store.callback()
  const sweep = () =>
    removeOldObjects(join(folder, bucket, uploadFiles.arriving), uploadFiles.days).catch((error) =>
      logFailure('files', error),
    )
  void sweep()
  setInterval(sweep, sweepEveryMs).unref()
  return {
    handler: (request, response) => {
      if (!isSigned(request, keys)) return sendProblem(response, 403, 'The address is not signed, or no longer valid.')
      request.url = (request.url ?? '').replace(/^\/files/, '')
      if (isNewObject(request)) return void receiveObject(objects, arriving, request, response)
      serve(request, response)
    },
  }
}

/** Whether a request brings the bytes of a file; s3rver would store them without a check, and over the old ones. */
const isNewObject = ({ method, headers, url = '' }: IncomingMessage): boolean =>
  method === 'PUT' &&
  headers['x-amz-copy-source'] === undefined &&
  // Bytes in signed chunks, parts of a file and its tags are other requests.
  !String(headers['x-amz-content-sha256']).startsWith('STREAMING') &&
  !/[?&](partNumber|tagging|acl)\b/.test(url) &&
  /^\/[^/?]+\/[^/?]/.test(url)
