import { createHash } from 'node:crypto'
import { env } from '#functions/platform/aws/env.ts'
import { getFile } from '#functions/platform/aws/files.ts'
import { problem } from '#shared/declaration/problem.ts'
import type { Upload } from '#shared/entities/upload.ts'
import { isOfType, typeBytes } from '#shared/values/contentType.ts'

/** Reads the file that lies at a key, and throws the problem when its size, checksum or type is not what was announced. */
export async function verifyContent({ name, type, bytes, sha256 }: Upload, key: string): Promise<void> {
  const body = (await getFile(key, env.bucket))?.body
  if (!body) throw problem('UPLOAD_ABSENT')
  const hash = createHash('sha256')
  let head = Buffer.alloc(0)
  let size = 0
  for await (const chunk of body) {
    size += chunk.length
    // What is larger than announced need not be read to its end.
    if (size > bytes) break
    if (head.length < typeBytes) head = Buffer.concat([head, chunk.subarray(0, typeBytes)])
    hash.update(chunk)
  }
  if (size !== bytes || hash.digest('hex') !== sha256) throw problem('UPLOAD_DIFFERS', { name })
  if (!isOfType(type, head)) throw problem('UPLOAD_TYPE', { name })
}
