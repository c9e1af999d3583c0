import { createHash, createHmac } from 'node:crypto'
import { env, needed } from './env.ts'

/** A call of an AWS service: its signing name, where it answers, and what is sent. */
export interface SignedCall {
  readonly service: string
  readonly url: string
  readonly body: string
  readonly headers: Readonly<Record<string, string>>
  /** Milliseconds it may take. */
  readonly timeout?: number
}

/**
 * Posts to an AWS service, signed with the function's own credentials (AWS: "Create a signed AWS API request",
 * Signature Version 4). For a service that one call is made of, its SDK client would outweigh everything else.
 */
export function signedFetch({ service, url, body, headers, timeout = 8000 }: SignedCall): Promise<Response> {
  const { host, pathname } = new URL(url)
  const at = new Date().toISOString().replace(/[-:]|\.\d+/g, '')
  const token = process.env.AWS_SESSION_TOKEN
  const sent: Record<string, string> = {
    ...headers,
    host,
    'x-amz-date': at,
    ...(token && { 'x-amz-security-token': token }),
  }
  const names = Object.keys(sent).sort()
  const signedHeaders = names.join(';')
  const canonical = [
    'POST',
    pathname,
    '',
    ...names.map((name) => `${name}:${sent[name]?.trim()}`),
    '',
    signedHeaders,
    sha256(body),
  ].join('\n')
  const scope = `${at.slice(0, 8)}/${env.region}/${service}/aws4_request`
  const key = [at.slice(0, 8), env.region, service, 'aws4_request'].reduce<string | Buffer>(
    (secret, part) => createHmac('sha256', secret).update(part).digest(),
    `AWS4${needed('AWS_SECRET_ACCESS_KEY')}`,
  )
  const toSign = ['AWS4-HMAC-SHA256', at, scope, sha256(canonical)].join('\n')
  const signature = createHmac('sha256', key).update(toSign).digest('hex')
  const { host: _host, ...out } = sent
  const authorization = `AWS4-HMAC-SHA256 Credential=${needed('AWS_ACCESS_KEY_ID')}/${scope}, SignedHeaders=${signedHeaders}, Signature=${signature}`
  return fetch(url, {
    method: 'POST',
    body,
    headers: { ...out, authorization },
    signal: AbortSignal.timeout(timeout),
  })
}

/** Where a service answers: on AWS, or where the SDK's own variable for every service says. */
export const serviceUrl = (name: string): string =>
  process.env.AWS_ENDPOINT_URL ?? `https://${name}.${env.region}.amazonaws.com`

/** A service refused or failed: its status and the name of its error, nothing of what was sent. */
export class ServiceFault extends Error {
  constructor(
    readonly service: string,
    readonly status: number,
    readonly code: string,
  ) {
    super(`${service} answered ${status} ${code}`)
    this.name = 'ServiceFault'
  }

  /** Whether trying again may help. */
  get isPassing(): boolean {
    return this.status >= 500 || this.status === 429 || this.code.includes('Throttl') || this.code.includes('TooMany')
  }
}

/** The JSON a service answered; throws `ServiceFault` for anything but success. */
export async function answered(service: string, answer: Response): Promise<Record<string, unknown>> {
  const text = await answer.text()
  const body = parsed(text)
  if (answer.ok) return body
  const code = String(
    body.__type ?? body.code ?? answer.headers.get('x-amzn-errortype') ?? /<Code>(\w+)/.exec(text)?.[1],
  )
  throw new ServiceFault(service, answer.status, code.replace(/^.*#/, '').replace(/:.*$/, '').slice(0, 60))
}

function parsed(text: string): Record<string, unknown> {
  try {
    return JSON.parse(text)
  } catch {
    return {}
  }
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')
