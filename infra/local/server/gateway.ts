import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { logFailure } from '#infra/local/process/log.ts'
import { refuseUnreadable, sendProblem } from './answer.ts'
import { listenAt } from './listen.ts'

/** Answers the requests below one path prefix. */
export type RequestHandler = (request: IncomingMessage, response: ServerResponse) => unknown

/** Handlers by path prefix; the first one whose prefix matches answers. */
export type Mounts = readonly (readonly [prefix: string, handler: RequestHandler])[]

/** The one public port. It listens at once; a path without a handler answers 503, because the start is not complete. */
export type GatewayServer = { server: Server; url: string; open(mounts: Mounts): void; close(): Promise<void> }

/** A start that failed for a reason that the person at the terminal can remove; the message says how. */
export class StartProblem extends Error {}

const listen = async (server: Server, port: number): Promise<number> => {
  try {
    return await listenAt(server, port)
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined
    if (code === 'EADDRINUSE')
      throw new StartProblem(
        `Port ${port} is in use by another program. Stop it, or choose another port: PORT=${port + 1} npm start`,
      )
    if (code === 'EACCES')
      throw new StartProblem(`Port ${port} needs more rights than this user has. Choose another: PORT=4000 npm start`)
    throw error
  }
}

/** Whether a person opened `localhost`: the page then moves to the one origin of sessions and presigned files. */
const isOtherName = ({ headers, method }: IncomingMessage, url: string) =>
  method === 'GET' && headers['sec-fetch-mode'] === 'navigate' && headers.host === `localhost:${new URL(url).port}`

/**
 * Why a request does not come from this machine's person or from our own pages: another name of this address (a page whose
 * name was pointed here), or a page of another origin. Opening an address, as a link in a mail does, is allowed to all.
 */
const foreignness = (
  { headers, method, url: path = '' }: IncomingMessage,
  url: string,
): [number, string] | undefined => {
  const names = [new URL(url).host, `localhost:${new URL(url).port}`]
  if (!names.includes(headers.host ?? '')) return [403, `Redress answers at ${url} only.`]
  const site = headers['sec-fetch-site']
  const isOpening = method === 'GET' && headers['sec-fetch-mode'] === 'navigate'
  const { origin } = headers
  const isOwn = origin === undefined || names.some((name) => origin === `http://${name}`)
  // A page without a referrer, as the survey is, says null of itself.
  const isOwnForm = origin === 'null' && (site === 'same-origin' || path.startsWith('/s/'))
  const isForeign = (site === 'cross-site' || site === 'same-site') && !isOpening
  return isForeign || !(isOwn || isOwnForm || isOpening)
    ? [403, 'A page of another origin may not call Redress.']
    : undefined
}

/** A request that names its whole address, as those through a proxy do, becomes one of its path. */
const withPathOnly = (request: IncomingMessage): void => {
  if (!/^https?:\/\//i.test(request.url ?? '') || !URL.canParse(request.url ?? '')) return
  const { host, pathname, search } = new URL(request.url ?? '')
  request.headers.host = host
  request.url = `${pathname}${search}`
}

/** Opens the gateway on a loopback port; 0 takes any free one. */
export const startGateway = async (port: number): Promise<GatewayServer> => {
  let mounts: Mounts = []
  let url = ''
  const server = createServer(async (request, response) => {
    withPathOnly(request)
    const path = request.url ?? '/'
    if (isOtherName(request, url)) return response.writeHead(307, { location: `${url}${path}` }).end()
    const foreign = foreignness(request, url)
    if (foreign) return sendProblem(response, ...foreign)
    const mount = mounts.find(
      ([prefix]) => path === prefix || path.startsWith(prefix.endsWith('/') ? prefix : `${prefix}?`),
    )
    if (!mount) return sendProblem(response, 503, 'Redress is starting; try again in a moment.')
    try {
      await mount[1](request, response)
    } catch (error) {
      logFailure('gateway', error)
      sendProblem(response, 500, 'The request failed.')
    }
  })
  server.on('clientError', refuseUnreadable)
  url = `http://127.0.0.1:${await listen(server, port)}`
  return {
    server,
    url,
    open: (next) => {
      mounts = next
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeIdleConnections()
        setTimeout(() => server.closeAllConnections(), 2000).unref()
      }),
  }
}
