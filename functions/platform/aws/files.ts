import { env } from './env.ts'
import { ServiceFault } from './service.ts'
import { encoded, presignedUrl, signedFetch } from './signed.ts'

/** How long the address of a file is valid, in seconds; another one can be requested after that. */
const addressSeconds = 300

/** The address of a file: on the bucket's own host on AWS, below the bucket's path at any other endpoint. */
export function addressOf(key: string, bucket: string): URL {
  const path = key.split('/').map(encoded).join('/')
  const endpoint = env.endpoint('S3') || process.env.AWS_ENDPOINT_URL
  return new URL(
    endpoint ? `${endpoint}/${bucket}/${path}` : `https://${bucket}.s3.${env.region}.amazonaws.com/${path}`,
  )
}

/** How long the transfer of a file may take, in milliseconds. */
export const transferMs = 120_000

/** What is written as a file: bytes, a text, or a file of this machine, of which the digest is known. */
interface FileContent {
  readonly body: Uint8Array<ArrayBuffer> | string | Blob
  readonly type: string
  /** SHA-256 in hexadecimal; S3 refuses other bytes. Needed for a Blob. */
  readonly sha256?: string
  readonly bucket: string
}

/** Writes a file, over one of the same key; throws `ServiceFault` when S3 refuses it. */
export async function putFile(key: string, { body, type, sha256, bucket }: FileContent): Promise<void> {
  const headers = { 'content-type': type, ...(sha256 && { 'x-amz-content-sha256': sha256 }) }
  const request = { method: 'PUT', headers, body, timeout: transferMs }
  const answer = await signedFetch('s3', addressOf(key, bucket), request)
  await answer.body?.cancel()
  if (!answer.ok) throw new ServiceFault('s3', answer.status, 'PutObject')
}

/**
 * Copies a file within a bucket, over one of the same key, without its tags: the copy is scanned for malware by itself.
 * Throws `ServiceFault` when S3 refuses it.
 */
export async function copyFile(from: string, to: string, bucket: string): Promise<void> {
  const headers = {
    'x-amz-copy-source': `/${bucket}/${from.split('/').map(encoded).join('/')}`,
    'x-amz-tagging-directive': 'REPLACE',
  }
  const answer = await signedFetch('s3', addressOf(to, bucket), { method: 'PUT', headers, timeout: transferMs })
  // S3 answers 200 before it has copied, and a fault then stands in the body.
  const text = await answer.text()
  if (!answer.ok || text.includes('<Error>')) throw new ServiceFault('s3', answer.status, 'CopyObject')
}

/** What is known of a file before it arrives: SHA-256 in hexadecimal, and for how many seconds it is waited for. */
interface ArrivingFile {
  readonly type: string
  readonly bytes: number
  readonly sha256: string
  readonly seconds: number
}

/** An address that takes exactly one file by PUT, and the headers it has to be sent with; S3 refuses any other bytes. */
export async function presignedPut(key: string, { type, bytes, sha256, seconds }: ArrivingFile) {
  const headers = {
    'content-type': type,
    'x-amz-checksum-sha256': Buffer.from(sha256, 'hex').toString('base64'),
  }
  const request = { method: 'PUT', headers: { ...headers, 'content-length': String(bytes) } }
  return { url: await presignedUrl('s3', addressOf(key, env.bucket), seconds, request), headers }
}

/** Reads a file; undefined when there is none. Throws `ServiceFault` when S3 refuses it. */
export async function getFile(key: string, bucket: string): Promise<Response | undefined> {
  const answer = await signedFetch('s3', addressOf(key, bucket), { method: 'GET', timeout: transferMs })
  if (answer.ok) return answer
  await answer.body?.cancel()
  // Without the right to list a bucket S3 does not say whether a file is missing.
  if (answer.status === 404 || answer.status === 403) return undefined
  throw new ServiceFault('s3', answer.status, 'GetObject')
}

/** The tags of a file by name; undefined when there is no file. Throws `ServiceFault` when S3 refuses it. */
export async function fileTags(key: string, bucket: string): Promise<Map<string, string> | undefined> {
  const url = addressOf(key, bucket)
  url.searchParams.set('tagging', '')
  const answer = await signedFetch('s3', url, { method: 'GET', timeout: transferMs })
  const text = await answer.text()
  if (answer.status === 404) return undefined
  if (!answer.ok) throw new ServiceFault('s3', answer.status, 'GetObjectTagging')
  return new Map(
    [...text.matchAll(/<Key>([^<]*)<\/Key>\s*<Value>([^<]*)<\/Value>/g)].map(([, name = '', value = '']) => [
      name,
      value,
    ]),
  )
}

/** An address where a browser downloads a file under a name; valid for five minutes. */
export function presignedGet(key: string, filename: string): Promise<string> {
  const url = addressOf(key, env.bucket)
  url.searchParams.set('response-content-disposition', `attachment; filename*=UTF-8''${encoded(filename)}`)
  return presignedUrl('s3', url, addressSeconds)
}
