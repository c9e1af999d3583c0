import { env } from './env.ts'
import { type SignedService, signedFetch } from './signed.ts'

/** The address of a service: on AWS, or what the SDK's own variable for every service says. */
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

  /** Whether another attempt may succeed. */
  get isPassing(): boolean {
    return this.status >= 500 || this.status === 429 || /Throttl|TooMany/.test(this.code)
  }
}

/** Posts to a service and gives the JSON it answers; throws `ServiceFault` for anything but success. */
export async function askService(
  service: SignedService,
  url: string,
  body: string,
  headers: Readonly<Record<string, string>>,
): Promise<Record<string, unknown>> {
  const answer = await signedFetch(service, new URL(url), { method: 'POST', headers, body })
  const text = await answer.text()
  const document = parsed(text)
  if (answer.ok) return document
  const code =
    document.__type ?? answer.headers.get('x-amzn-errortype') ?? document.code ?? /<Code>(\w+)/.exec(text)?.[1]
  const name = String(code ?? 'unknown')
    .replace(/^.*#/, '')
    .replace(/:.*$/, '')
  throw new ServiceFault(service, answer.status, name.slice(0, 60))
}

function parsed(text: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null ? { ...value } : {}
  } catch {
    return {}
  }
}
