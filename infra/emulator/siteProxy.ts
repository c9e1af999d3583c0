import { readFileSync } from 'node:fs'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { type RequestOptions, request } from 'node:https'
import { text } from 'node:stream/consumers'
import { loopbackUrl } from '#infra/local/services/loopback.ts'
import type { Outputs } from './cdk.ts'
import type { EmulatorRun } from './emulatorRun.ts'
import { EmulatorProblem } from './steps.ts'
import { readTemplate } from './templates.ts'

/** A path pattern of the distribution and its origin. */
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
    throw new EmulatorProblem('The distribution has no behaviours.')
  const behaviours: readonly Behaviour[] = config.CacheBehaviors
  return behaviours.filter(({ TargetOriginId }) => TargetOriginId === 'functions').map(({ PathPattern }) => PathPattern)
}

const matches = (pattern: string, path: string) =>
  pattern.endsWith('*') ? path.startsWith(pattern.slice(0, -1)) : path === pattern

/** Options that send a request to the emulator as one to `host`, with the same headers. */
const forwardTo = (
  { port }: EmulatorRun,
  ca: Buffer,
  host: string,
  { method, url, headers }: IncomingMessage,
): RequestOptions => ({
  ...{ host: '127.0.0.1', port, servername: 'localhost', ca, method, path: url },
  headers: { ...headers, host, 'x-forwarded-proto': 'https' },
})

/**
 * Starts a proxy in the place of CloudFront and returns its address. The emulator's own CloudFront serves the bucket with
 * the behaviours, the script and the headers of the distribution. It cannot call an API, so `/api` and `/s` go directly to
 * the gateway. `/config.json` gets the emulator's address for sign-in, because the deployed file names a region of AWS.
 */
export async function openSiteProxy(emulator: EmulatorRun, outputs: Outputs, assembly: string): Promise<string> {
  const { DistributionAddress: site, ApiUrl: api } = outputs
  if (!site || !api) throw new EmulatorProblem('The stacks gave no address.')
  const paths = functionPaths(assembly)
  const ca = readFileSync(emulator.authority)
  const server = createServer((incoming, response) => {
    const path = new URL(`http://front${incoming.url}`).pathname
    const host = paths.some((pattern) => matches(pattern, path)) ? new URL(api).host : site
    const outgoing = request(forwardTo(emulator, ca, host, incoming), (answer) => {
      if (path === '/config.json' && answer.statusCode === 200) return void withSignIn(answer, response, emulator)
      response.writeHead(answer.statusCode ?? 502, answer.headers)
      answer.pipe(response)
    })
    outgoing.once('error', () => response.writeHead(502).end())
    incoming.pipe(outgoing)
  })
  server.unref()
  return loopbackUrl(server)
}

async function withSignIn(answer: IncomingMessage, response: ServerResponse, { endpoint }: EmulatorRun): Promise<void> {
  const config: unknown = JSON.parse(await text(answer))
  const { 'content-length': _length, ...headers } = answer.headers
  response.writeHead(200, headers)
  response.end(JSON.stringify(Object.assign({}, config, { cognitoEndpoint: endpoint })))
}
