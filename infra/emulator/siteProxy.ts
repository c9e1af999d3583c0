import { readFileSync } from 'node:fs'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { type RequestOptions, request } from 'node:https'
import { text } from 'node:stream/consumers'
import { loopbackUrl } from '#infra/local/services/loopback.ts'
import { originHeader } from '#shared/api/origin.ts'
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
  { method, url, headers }: Pick<IncomingMessage, 'method' | 'url' | 'headers'>,
  own: Readonly<Record<string, string>> = {},
): RequestOptions => ({
  ...{ host: '127.0.0.1', port, servername: 'localhost', ca, method, path: url },
  headers: { ...headers, ...own, host, 'x-forwarded-proto': 'https' },
})

/**
 * Starts a proxy in the place of CloudFront and returns its address. The emulator's own CloudFront serves the bucket with
 * the behaviours, the script and the headers of the distribution. It cannot call an API, so `/api` and `/s` go directly to
 * the gateway, with the header that the distribution is deployed to send there. `/config.json` gets the emulator's address for sign-in, because the deployed file names a region of AWS.
 */
export async function openSiteProxy(
  emulator: EmulatorRun,
  outputs: Outputs,
  assembly: string,
  originValue: string,
): Promise<string> {
  const { DistributionAddress: site, ApiUrl: api } = outputs
  if (!site || !api) throw new EmulatorProblem('The stacks gave no address.')
  if (originValue === '') throw new EmulatorProblem('The distribution sends nothing by which the functions know it.')
  const paths = functionPaths(assembly)
  const ca = readFileSync(emulator.authority)
  const server = createServer((incoming, response) => {
    const path = new URL(`http://front${incoming.url}`).pathname
    const isForFunctions = paths.some((pattern) => matches(pattern, path))
    const host = isForFunctions ? new URL(api).host : site
    const own: Readonly<Record<string, string>> = isForFunctions ? { [originHeader]: originValue } : {}
    const outgoing = request(forwardTo(emulator, ca, host, incoming, own), (answer) => {
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

/** The status with which the API answers at its own address, past CloudFront, with some value in its header. */
export function statusPast(emulator: EmulatorRun, api: string, path: string, originValue?: string): Promise<number> {
  const headers = originValue === undefined ? {} : { [originHeader]: originValue }
  const options = forwardTo(emulator, readFileSync(emulator.authority), new URL(api).host, {
    ...{ method: 'GET', url: path, headers },
  })
  return new Promise((resolve, reject) => {
    const outgoing = request(options, (answer) => {
      answer.resume()
      resolve(answer.statusCode ?? 0)
    })
    outgoing.once('error', reject)
    outgoing.end()
  })
}

async function withSignIn(answer: IncomingMessage, response: ServerResponse, { endpoint }: EmulatorRun): Promise<void> {
  const config: unknown = JSON.parse(await text(answer))
  const { 'content-length': _length, ...headers } = answer.headers
  response.writeHead(200, headers)
  response.end(JSON.stringify(Object.assign({}, config, { cognitoEndpoint: endpoint })))
}
