import { createServer, type Server } from 'node:http'

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
