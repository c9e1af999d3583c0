// Runs under Lambda's own Node, which reads TypeScript without its types: nothing of the project may be imported here.
import process from 'node:process'
import { pathToFileURL } from 'node:url'

/** What the parent sends: one event, and how long it may take, in milliseconds. */
export interface Invocation {
  readonly event: unknown
  readonly timeoutMs: number
}

/** What comes back: that the function is ready, its answer, or how it failed. */
export type RuntimeMessage =
  | { readonly kind: 'ready'; readonly node: string }
  | { readonly kind: 'answer'; readonly answer: unknown }
  | { readonly kind: 'failure'; readonly phase: 'start' | 'call'; readonly error: string }

const send = (message: RuntimeMessage) => new Promise<void>((done) => process.send?.(message, () => done()))

const fail = async (phase: 'start' | 'call', error: unknown): Promise<void> => {
  await send({
    kind: 'failure',
    phase,
    error: error instanceof Error ? `${error.name}: ${error.message}` : String(error),
  })
  process.exit(1)
}

const contextOf = (timeoutMs: number) => {
  const deadline = Date.now() + timeoutMs
  return {
    awsRequestId: crypto.randomUUID(),
    functionName: process.env.AWS_LAMBDA_FUNCTION_NAME,
    getRemainingTimeInMillis: () => Math.max(0, deadline - Date.now()),
  }
}

/** Imports the bundle and takes its handler, with the checks of Lambda's own runtime for Node 24. */
async function load(file: string): Promise<(event: unknown, context: object) => unknown> {
  const { handler } = await import(pathToFileURL(file).href)
  if (typeof handler !== 'function') throw new Error('index.handler is undefined or not exported')
  if (handler.length > 2) throw new Error('Handlers with a callback are not supported by this version of Node')
  return handler
}

try {
  const handler = await load(process.argv[2] ?? '')
  process.on('message', async ({ event, timeoutMs }: Invocation) => {
    try {
      // An answer goes out as JSON, as Lambda's does.
      const answer: unknown = JSON.parse(JSON.stringify((await handler(event, contextOf(timeoutMs))) ?? null))
      await send({ kind: 'answer', answer })
    } catch (error) {
      await fail('call', error)
    }
  })
  await send({ kind: 'ready', node: process.versions.node })
} catch (error) {
  await fail('start', error)
}
