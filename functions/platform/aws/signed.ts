import { createHash, createHmac, type Hash, type Hmac } from 'node:crypto'
import { SignatureV4 } from '@smithy/signature-v4'
import { env, needed } from './env.ts'

/** Services that are called by signed requests: for one or two calls an SDK client would outweigh everything else. */
export type SignedService = 'kms' | 's3' | 'secretsmanager' | 'ses' | 'sns' | 'sqs' | 'cognito-idp'

/** A request as it is signed. */
export interface SignedRequest {
  readonly method: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: Uint8Array<ArrayBuffer> | string | Blob
  /** Milliseconds it may take. */
  readonly timeout?: number
}

type Bytes = string | ArrayBuffer | ArrayBufferView

class Sha256 {
  private readonly hash: Hash | Hmac
  constructor(secret?: Bytes) {
    this.hash = secret === undefined ? createHash('sha256') : createHmac('sha256', viewOf(secret))
  }
  update(data: Bytes): void {
    this.hash.update(viewOf(data))
  }
  async digest(): Promise<Uint8Array> {
    return this.hash.digest()
  }
}

const viewOf = (data: Bytes): string | Buffer => {
  if (typeof data === 'string') return data
  return ArrayBuffer.isView(data) ? Buffer.from(data.buffer, data.byteOffset, data.byteLength) : Buffer.from(data)
}

const signerFor = (service: SignedService): SignatureV4 =>
  new SignatureV4({
    service,
    region: env.region,
    sha256: Sha256,
    // S3 signs a path as it is sent; other services sign it encoded once more.
    uriEscapePath: service !== 's3',
    credentials: {
      accessKeyId: needed('AWS_ACCESS_KEY_ID'),
      secretAccessKey: needed('AWS_SECRET_ACCESS_KEY'),
      sessionToken: process.env.AWS_SESSION_TOKEN,
    },
  })

const requestTo = (url: URL, { method, headers, body }: SignedRequest) => ({
  method,
  protocol: url.protocol,
  hostname: url.hostname,
  ...(url.port && { port: Number(url.port) }),
  path: url.pathname,
  query: Object.fromEntries(url.searchParams),
  headers: { ...headers, host: url.host },
  body,
})

/** Sends a request to a service of AWS with Signature Version 4, by the function's own credentials. */
export async function signedFetch(service: SignedService, url: URL, request: SignedRequest): Promise<Response> {
  const { headers } = await signerFor(service).sign(requestTo(url, request))
  const { host: _host, ...sent } = headers
  const { method, body, timeout = 8000 } = request
  return fetch(url, { method, headers: sent, body, signal: AbortSignal.timeout(timeout) })
}

/** An address that allows one request to anybody who knows it, with exactly these headers, for some seconds. */
export async function presignedUrl(
  service: SignedService,
  url: URL,
  expiresIn: number,
  { method, headers: own = {} }: Pick<SignedRequest, 'method' | 'headers'> = { method: 'GET' },
): Promise<string> {
  const headers = { 'x-amz-content-sha256': 'UNSIGNED-PAYLOAD', ...own }
  // A header that moves into the address would not have to be sent.
  const options = { expiresIn, unhoistableHeaders: new Set(Object.keys(own)) }
  const { query = {} } = await signerFor(service).presign(requestTo(url, { method, headers }), options)
  const parts = Object.entries(query).map(([name, value]) => `${encoded(name)}=${encoded(String(value))}`)
  return `${url.origin}${url.pathname}?${parts.join('&')}`
}

/** Percent-encoding as Signature Version 4 wants it: everything but the unreserved characters of RFC 3986. */
export const encoded = (text: string): string =>
  encodeURIComponent(text).replace(/[!'()*]/g, (each) => `%${each.charCodeAt(0).toString(16).toUpperCase()}`)
