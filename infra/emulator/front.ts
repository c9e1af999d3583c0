import { readFileSync } from 'node:fs'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { type RequestOptions, request } from 'node:https'
import { text } from 'node:stream/consumers'
import { loopbackUrl } from '#infra/local/services/loopback.ts'
import type { Outputs } from './cdk.ts'
import type { EmulatorRun } from './emulatorRun.ts'
import { Trouble } from './steps.ts'
import { readTemplate } from './templates.ts'

/** A path of the distribution and the origin behind it. */
interface Behaviour {
  readonly PathPattern: string
  readonly TargetOriginId: string
}

/** The paths of the deployed distribution that lead to the functions, in their order, read from its template. */
export function functionPaths(assembly: string): readonly string[] {
  const all = Object.values(readTemplate(assembly, 'Panel').Resources)
  const site = all.find(({ Type }) => Type === 'AWS::CloudFront::Distribution')
  const config = site?.Properties?.DistributionConfig
  if (
    typeof config !== 'object' ||
    config === null ||
    !('CacheBehaviors' in config) ||
    !Array.isArray(config.CacheBehaviors)
  )
    throw new Trouble('The distribution has no behaviours.')
  const behaviours: readonly Behaviour[] = config.CacheBehaviors
  return behaviours.filter(({ TargetOriginId }) => TargetOriginId === 'functions').map(({ PathPattern }) => PathPattern)
}

const matches = (pattern: string, path: string) =>
  pattern.endsWith('*') ? path.startsWith(pattern.slice(0, -1)) : path === pattern

/** Hands a request to the emulator as one to `host`, its headers and body as they are. */
const passOn = (
  { port }: EmulatorRun,
  ca: Buffer,
  host: string,
  { method, url, headers }: IncomingMessage,
): RequestOptions => ({
  ...{ host: '127.0.0.1', port, servername: 'localhost', ca, method, path: url },
  headers: { ...headers, host, 'x-forwarded-proto': 'https' },
})

/**
 * Stands where CloudFront does. What the distribution serves from its bucket, the emulator's own CloudFront serves, with
 * the distribution's behaviours, its script and its headers; it dials no API, so `/api` and `/s` go straight to the
 * gateway. `/config.json` gets where sign-in answers here: the deployed file names a region of AWS.
 */
export async function openFront(ground: EmulatorRun, outputs: Outputs, assembly: string): Promise<string> {
  const { DistributionAddress: site, ApiUrl: api } = outputs
  if (!site || !api) throw new Trouble('The stacks gave no address.')
  const paths = functionPaths(assembly)
  const ca = readFileSync(ground.authority)
  const server = createServer((asked, answer) => {
    const path = new URL(`http://front${asked.url}`).pathname
    const host = paths.some((pattern) => matches(pattern, path)) ? new URL(api).host : site
    const sent = request(passOn(ground, ca, host, asked), (got) => {
      if (path === '/config.json' && got.statusCode === 200) return void withSignIn(got, answer, ground)
      answer.writeHead(got.statusCode ?? 502, got.headers)
      got.pipe(answer)
    })
    sent.once('error', () => answer.writeHead(502).end())
    asked.pipe(sent)
  })
  server.unref()
  return loopbackUrl(server)
}

async function withSignIn(got: IncomingMessage, answer: ServerResponse, { endpoint }: EmulatorRun): Promise<void> {
  const config: unknown = JSON.parse(await text(got))
  const { 'content-length': _length, ...headers } = got.headers
  answer.writeHead(200, headers)
  answer.end(JSON.stringify(Object.assign({}, config, { cognitoEndpoint: endpoint })))
}
