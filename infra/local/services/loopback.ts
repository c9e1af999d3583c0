import { randomBytes, randomInt } from 'node:crypto'
import { createServer, type RequestListener, type Server } from 'node:http'

/** Starts a server on a free loopback port and returns its address. */
export const loopbackUrl = (server: Server): Promise<string> =>
  new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      if (address && typeof address === 'object') resolve(`http://127.0.0.1:${address.port}`)
      else reject(new Error('The server has no port.'))
    })
  })

/** A port of loopback that is free now; another process may take it before it is used. */
export const freePort = async (): Promise<number> => {
  const server = createServer()
  const { port } = new URL(await loopbackUrl(server))
  await new Promise((resolve) => server.close(resolve))
  return Number(port)
}

/**
 * Serves only those who know the address, which has a secret of this start in its path: to a page in a browser, and to
 * another user of the machine, there is nothing at this port. Returns the address, without a slash at its end.
 */
export const secretUrl = async (serve: RequestListener): Promise<{ url: string; server: Server }> => {
  const secret = `/${randomBytes(24).toString('base64url')}`
  const server = createServer((request, response) => {
    const path = request.url ?? ''
    if (!path.startsWith(`${secret}/`) && path !== secret) return void response.writeHead(404).end()
    request.url = path.slice(secret.length) || '/'
    serve(request, response)
  })
  return { url: `${await loopbackUrl(server)}${secret}`, server }
}

/**
 * A loopback address that no page can guess, where the system has more than one: Linux answers at every address of
 * 127.0.0.0/8. For a part that cannot ask for a secret.
 */
export const hiddenHost = (): string =>
  process.platform === 'linux' ? `127.${randomInt(1, 255)}.${randomInt(1, 255)}.${randomInt(1, 255)}` : '127.0.0.1'
