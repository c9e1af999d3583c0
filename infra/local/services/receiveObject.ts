import { createHash, randomUUID } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { mkdir, rename, rm } from 'node:fs/promises'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { dirname, join } from 'node:path'
import { Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { diskSentence } from '#infra/local/disk/room.ts'
import { logFailure } from '#infra/local/process/log.ts'
import { sendProblem } from '#infra/local/server/answer.ts'

/** Where s3rver looks for the files of its buckets. */
export interface ObjectFolder {
  getResourcePath(bucket: string, key: string, resource: 'object'): string
  putMetadata(bucket: string, key: string, headers: object, md5: string): Promise<void>
}

/**
 * Stores the body of a PUT as S3 does: only when its size and its checksums are those of the headers, and at once, so that
 * a file is there whole or not at all and a refused one leaves the one before it.
 */
export async function receiveObject(
  objects: ObjectFolder,
  arriving: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const path = join(arriving, randomUUID())
  try {
    const { headers } = request
    const [, bucket = '', ...parts] = new URL(request.url ?? '/', 'http://files').pathname.split('/')
    const key = parts.map(decodeURIComponent).join('/')
    const { bytes, sha256, md5 } = await received(request, path)
    const expected = headers['x-amz-content-sha256']
    if (headers['content-length'] !== undefined && bytes !== Number(headers['content-length']))
      return sendProblem(response, 400, 'The body is not as long as its header says.')
    if (/^[0-9a-f]{64}$/.test(String(expected)) && expected !== sha256.toString('hex'))
      return sendProblem(response, 400, 'The body is not the one that was signed.')
    if ((headers['x-amz-checksum-sha256'] ?? sha256.toString('base64')) !== sha256.toString('base64'))
      return sendProblem(response, 400, 'The body does not have the checksum of its header.')
    const target = objects.getResourcePath(bucket, key, 'object')
    await mkdir(dirname(target), { recursive: true })
    await rename(path, target)
    await objects.putMetadata(bucket, key, headers, md5)
    response.writeHead(200, { etag: `"${md5}"` }).end()
  } catch (error) {
    logFailure('files', error)
    // By 507 our own functions know a full disk; S3 never says so.
    const sentence = diskSentence(error)
    sendProblem(response, sentence ? 507 : 500, sentence ?? 'The file was not stored.')
  } finally {
    await rm(path, { force: true })
  }
}

/** Writes a body to a file while it is hashed. */
async function received(request: IncomingMessage, path: string) {
  const [sha256, md5] = [createHash('sha256'), createHash('md5')]
  let bytes = 0
  const hashing = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      bytes += chunk.length
      sha256.update(chunk)
      md5.update(chunk)
      done(null, chunk)
    },
  })
  await pipeline(request, hashing, createWriteStream(path, { mode: 0o600 }))
  return { bytes, sha256: sha256.digest(), md5: md5.digest('hex') }
}
