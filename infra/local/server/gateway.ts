import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { logFailure } from '#infra/local/process/log.ts'
import { sendProblem } from './answer.ts'

/** Answers the requests below one path prefix. */
export type RequestHandler = (request: IncomingMessage, response: ServerResponse) => unknown

/** Handlers by path prefix; the first one whose prefix matches answers. */
export type Mounts = readonly (readonly [prefix: string, handler: RequestHandler])[]

/** The one public port. It listens at once; a path without a handler answers 503, because the start is not complete. */
export type GatewayServer = { server: Server; url: string; open(mounts: Mounts): void; close(): Promise<void> }

/** A start that failed for a reason that the person at the terminal can remove; the message says how. */
export class StartProblem extends Error {}

const listen = (server: Server, port: number) =>
  new Promise<number>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE')
        reject(
          new StartProblem(
            `Port ${port} is in use by another program. Stop it, or choose another port: PORT=${port + 1} npm start`,
          ),
        )
      else if (error.code === 'EACCES')
        reject(
          new StartProblem(`Port ${port} needs more rights than this user has. Choose another: PORT=4000 npm start`),
        )
      else reject(error)
    })
    server.listen(port, '127.0.0.1', () => {
      const address = server.address()
      resolve(address && typeof address === 'object' ? address.port : port)
    })
  })

/** Whether a person opened `localhost`: the page then moves to the one origin of sessions and presigned files. */
const isOtherName = ({ headers, method }: IncomingMessage, url: string) =>
  method === 'GET' && headers['sec-fetch-mode'] === 'navigate' && headers.host === `localhost:${new URL(url).port}`

/** Opens the gateway on a loopback port; 0 takes any free one. */
export const startGateway = async (port: number): Promise<GatewayServer> => {
  let mounts: Mounts = []
  let url = ''
  const server = createServer(async (request, response) => {
    const path = request.url ?? '/'
    if (isOtherName(request, url)) return response.writeHead(307, { location: `${url}${path}` }).end()
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
