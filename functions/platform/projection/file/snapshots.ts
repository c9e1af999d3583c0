import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream, mkdirSync, openAsBlob, renameSync, rmSync } from 'node:fs'
import { dirname } from 'node:path'
import { Readable, Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { ReadableStream } from 'node:stream/web'
import { createGunzip, createGzip } from 'node:zlib'
import * as z from 'zod'
import { env } from '#functions/platform/aws/env.ts'
import { getFile, putFile } from '#functions/platform/aws/files.ts'
import { log } from '#functions/platform/aws/log.ts'
import { digestOf, removeFile } from './projectionFile.ts'
import { schemaHash } from './tables.ts'

/** Says which snapshot is the latest one of a table and schema. */
const latest = z.strictObject({ key: z.string(), sha256: z.string() })

/** Where the snapshot of this table and schema stands. */
export const snapshotFolder = (): string => `projection/${env.table}/${schemaHash()}`

/**
 * Publishes a file as the snapshot, in the place of the one before, so that nothing that was erased stays in an old one.
 * Whoever begins without a file begins with it.
 */
export async function publishSnapshot(path: string): Promise<boolean> {
  const bucket = env.snapshotBucket
  if (!bucket) return false
  const compressed = `${path}.gz`
  try {
    await pipeline(createReadStream(path), createGzip({ level: 1 }), createWriteStream(compressed))
    const sha256 = await digestOf(compressed)
    const key = `${snapshotFolder()}/latest.sqlite.gz`
    await putFile(key, { body: await openAsBlob(compressed), type: 'application/gzip', sha256, bucket })
    const body = JSON.stringify({ key, sha256 })
    await putFile(`${snapshotFolder()}/latest.json`, { body, type: 'application/json', bucket })
    return true
  } finally {
    rmSync(compressed, { force: true })
  }
}

/** Puts the latest snapshot in the place of a file; false when there is none, or it did not arrive as it was published. */
export async function loadSnapshot(path: string): Promise<boolean> {
  const bucket = env.snapshotBucket
  const arriving = `${path}.new`
  try {
    // Another one may have been published between the reading of its digest and its own: then the second attempt fits.
    const isRight = bucket && ((await fetchLatest(bucket, arriving)) ?? (await fetchLatest(bucket, arriving)))
    if (!isRight) return false
    removeFile(path)
    renameSync(arriving, path)
    return true
  } catch (error) {
    // A snapshot that does not arrive is no fault of the records: they are read from the feed instead.
    log({
      at: new Date().toISOString(),
      snapshot: 'not loaded',
      error: error instanceof Error ? error.name : 'unknown',
    })
    return false
  } finally {
    rmSync(arriving, { force: true })
  }
}

/** Unpacks the latest snapshot into a file; false when there is none, undefined when it has another digest. */
async function fetchLatest(bucket: string, path: string): Promise<boolean | undefined> {
  const answer = await getFile(`${snapshotFolder()}/latest.json`, bucket)
  const { key, sha256 } = (answer && latest.safeParse(await answer.json()).data) ?? {}
  const body = key ? (await getFile(key, bucket))?.body : undefined
  if (!body) return false
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
  const hash = createHash('sha256')
  const hashing = new Transform({
    transform(chunk, _encoding, done) {
      hash.update(chunk)
      done(null, chunk)
    },
  })
  await pipeline(Readable.fromWeb(body as ReadableStream), hashing, createGunzip(), createWriteStream(path))
  return hash.digest('hex') === sha256 || undefined
}
