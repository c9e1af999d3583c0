import { createHash } from 'node:crypto'
import { addressOf, transferMs } from './files.ts'
import { ServiceFault } from './service.ts'
import { signedFetch } from './signed.ts'

/**
 * Writes a file into a bucket whose files cannot be changed; false when there is one of the same key, or another writer is
 * about to make it. Throws `ServiceFault` when S3 refuses it.
 */
export async function putNewFile(key: string, body: Uint8Array<ArrayBuffer>, bucket: string): Promise<boolean> {
  const sha256 = createHash('sha256').update(body).digest()
  const headers = {
    'if-none-match': '*',
    'content-type': 'application/gzip',
    'x-amz-content-sha256': sha256.toString('hex'),
    // A bucket with Object Lock takes no file without a checksum.
    'x-amz-checksum-sha256': sha256.toString('base64'),
  }
  const answer = await signedFetch('s3', addressOf(key, bucket), { method: 'PUT', headers, body, timeout: transferMs })
  await answer.body?.cancel()
  if (answer.status === 412 || answer.status === 409) return false
  if (!answer.ok) throw new ServiceFault('s3', answer.status, 'PutObject')
  return true
}

/**
 * The first version of every file of a bucket, by key: what was written over it, or marks it as deleted, does not count.
 * Throws `ServiceFault` when S3 refuses it.
 */
export async function firstVersions(bucket: string): Promise<Map<string, string>> {
  const versions = new Map<string, string>()
  let place: Readonly<Record<string, string>> | undefined = {}
  while (place) {
    const url = addressOf('', bucket)
    url.searchParams.set('versions', '')
    for (const [name, value] of Object.entries(place)) url.searchParams.set(name, value)
    const answer = await signedFetch('s3', url, { method: 'GET', timeout: transferMs })
    const text = await answer.text()
    if (!answer.ok) throw new ServiceFault('s3', answer.status, 'ListObjectVersions')
    // S3 lists the newest version of a key first, so that the last one stays.
    for (const entry of text.match(/<Version>.*?<\/Version>/gs) ?? [])
      versions.set(contentOf(entry, 'Key'), contentOf(entry, 'VersionId'))
    const next = {
      'key-marker': contentOf(text, 'NextKeyMarker'),
      'version-id-marker': contentOf(text, 'NextVersionIdMarker'),
    }
    place = contentOf(text, 'IsTruncated') === 'true' ? next : undefined
  }
  return versions
}

/** Reads one version of a file; undefined when there is none. Throws `ServiceFault` when S3 refuses it. */
export async function getVersion(key: string, versionId: string, bucket: string): Promise<Response | undefined> {
  const url = addressOf(key, bucket)
  url.searchParams.set('versionId', versionId)
  const answer = await signedFetch('s3', url, { method: 'GET', timeout: transferMs })
  if (answer.ok) return answer
  await answer.body?.cancel()
  if (answer.status === 404) return undefined
  throw new ServiceFault('s3', answer.status, 'GetObjectVersion')
}

const contentOf = (xml: string, name: string): string => new RegExp(`<${name}>([^<]*)</${name}>`).exec(xml)?.[1] ?? ''
