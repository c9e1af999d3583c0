import { env } from './env.ts'
import { ServiceFault } from './service.ts'
import { encoded, presignedUrl, signedFetch } from './signed.ts'

/** How long the address of a file is valid, in seconds; another one can be requested after that. */
const addressSeconds = 300

/** The address of a file: on the bucket's own host on AWS, below the bucket's path at any other endpoint. */
function addressOf(key: string): URL {
  const path = key.split('/').map(encoded).join('/')
  const endpoint = env.endpoint('S3') || process.env.AWS_ENDPOINT_URL
  return new URL(
    endpoint ? `${endpoint}/${env.bucket}/${path}` : `https://${env.bucket}.s3.${env.region}.amazonaws.com/${path}`,
  )
}

/** Writes a file, over one of the same key; throws `ServiceFault` when S3 refuses it. */
export async function putFile(key: string, body: Uint8Array<ArrayBuffer>, contentType: string): Promise<void> {
  const request = { method: 'PUT', headers: { 'content-type': contentType }, body, timeout: 60_000 }
  const answer = await signedFetch('s3', addressOf(key), request)
  await answer.body?.cancel()
  if (!answer.ok) throw new ServiceFault('s3', answer.status, 'PutObject')
}

/** An address where a browser downloads a file under a name; valid for five minutes. */
export function presignedGet(key: string, filename: string): Promise<string> {
  const url = addressOf(key)
  url.searchParams.set('response-content-disposition', `attachment; filename*=UTF-8''${encoded(filename)}`)
  return presignedUrl('s3', url, addressSeconds)
}
