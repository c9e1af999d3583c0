import { mkdirSync } from 'node:fs'
import type { RequestListener } from 'node:http'
import { createRequire } from 'node:module'
import { sendProblem } from '#infra/local/server/answer.ts'
import { isSigned, type KeyPair } from '#infra/local/server/signature.ts'

/** The file store at home: the protocol of S3, with files on disk. */
export type FileStore = { handler: RequestListener }

/** Opens the store on `folder` with its bucket; the handler serves `/files/` and requires a valid signature. */
export const openFiles = async (folder: string, bucket: string, keys: KeyPair): Promise<FileStore> => {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const inside = createRequire(createRequire(import.meta.url).resolve('s3rver'))
  inside('./models/account.js').DUMMY_ACCOUNT.createKeyPair(keys.accessKeyId, keys.secretAccessKey)
  const Store = inside('./s3rver.js')
  const store = new Store({
    directory: folder,
    silent: true,
    vhostBuckets: false,
    configureBuckets: [{ name: bucket }],
  })
  if (!(await store.store.getBucket(bucket))) await store.configureBuckets()
  const serve: RequestListener = store.callback()
  return {
    handler: (request, response) => {
      if (!isSigned(request, keys)) return sendProblem(response, 403, 'The address is not signed, or no longer valid.')
      request.url = (request.url ?? '').replace(/^\/files/, '')
      serve(request, response)
    },
  }
}
