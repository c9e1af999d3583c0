import { createHash, createHmac, timingSafeEqual } from 'node:crypto'
import type { IncomingMessage } from 'node:http'

/** The one key pair of the local file store. */
export type KeyPair = { accessKeyId: string; secretAccessKey: string }

type SignedQuery = {
  credential: string
  date: string
  names: string
  signature: string
  payload: string
  expires?: number
}

const hash = (text: string) => createHash('sha256').update(text).digest('hex')
const hmac = (key: string | Buffer, text: string) => createHmac('sha256', key).update(text).digest()
const encode = (text: string) =>
  encodeURIComponent(text).replace(/[!'()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`)

const fromQuery = (query: URLSearchParams): SignedQuery => ({
  credential: query.get('X-Amz-Credential') ?? '',
  date: query.get('X-Amz-Date') ?? '',
  names: query.get('X-Amz-SignedHeaders') ?? '',
  signature: query.get('X-Amz-Signature') ?? '',
  payload: query.get('X-Amz-Content-Sha256') ?? 'UNSIGNED-PAYLOAD',
  expires: Number(query.get('X-Amz-Expires') ?? 0),
})

const fromHeader = (request: IncomingMessage): SignedQuery => {
  const authorization = request.headers.authorization ?? ''
  const part = (name: string) => new RegExp(`${name}=([^, ]+)`).exec(authorization)?.[1] ?? ''
  return {
    credential: part('Credential'),
    date: String(request.headers['x-amz-date'] ?? ''),
    names: part('SignedHeaders'),
    signature: part('Signature'),
    payload: String(request.headers['x-amz-content-sha256'] ?? ''),
  }
}

const instantOf = (date: string) =>
  Date.parse(date.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, '$1-$2-$3T$4:$5:$6Z'))

/** Whether the signature is not too old: presigned addresses until they expire, other requests for 15 minutes. */
const isTimely = ({ date, expires }: SignedQuery, now: number) => {
  const age = now - instantOf(date)
  return expires === undefined ? Math.abs(age) <= 900_000 : age >= -900_000 && age <= expires * 1000
}

/**
 * Checks AWS Signature Version 4 of a request to the file store, in the header or presigned in the query, since the
 * store itself does not (AWS: "Signature Version 4 signing process"; S3 paths are signed as sent).
 */
export const isSigned = (request: IncomingMessage, keys: KeyPair, now: number = Date.now()): boolean => {
  const url = new URL(request.url ?? '/', 'http://files')
  const signed = url.searchParams.has('X-Amz-Signature') ? fromQuery(url.searchParams) : fromHeader(request)
  const [accessKeyId, ...scope] = signed.credential.split('/')
  if (accessKeyId !== keys.accessKeyId || scope.length !== 4 || !isTimely(signed, now)) return false
  const names = signed.names.split(';')
  if (!names.includes('host')) return false
  const query = [...url.searchParams]
    .filter(([name]) => name !== 'X-Amz-Signature')
    .map(([name, value]) => `${encode(name)}=${encode(value)}`)
    .sort()
    .join('&')
  const headers = names.map(
    (name) =>
      `${name}:${String(request.headers[name] ?? '')
        .trim()
        .replace(/ +/g, ' ')}\n`,
  )
  const canonical = [request.method, url.pathname, query, headers.join(''), signed.names, signed.payload].join('\n')
  const text = ['AWS4-HMAC-SHA256', signed.date, scope.join('/'), hash(canonical)].join('\n')
  const key = scope.reduce<string | Buffer>((parent, step) => hmac(parent, step), `AWS4${keys.secretAccessKey}`)
  const expected = hmac(key, text)
  const actual = Buffer.from(signed.signature, 'hex')
  return actual.length === expected.length && timingSafeEqual(actual, expected)
}
