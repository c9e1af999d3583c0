import type { Server } from 'node:http'
import type { Server as Listener } from 'node:net'

/** Whether the product runs in a network of its own, which has no port that the outside can reach. */
export const isInOwnNetwork = (): boolean => process.env.REDRESS_NETWORK === 'own' && process.send !== undefined

/** Asks the process outside, which started this one, for a port there. */
const openedOutside = (port: number) =>
  new Promise<Listener>((resolve, reject) => {
    process.once('message', ({ code }: { code?: string }, listener?: Listener) => {
      // The channel shall not keep this process alive; it ends when the process outside does.
      process.channel?.unref()
      if (listener) resolve(listener)
      else reject(Object.assign(new Error(`The port could not be opened: ${code}`), { code }))
    })
    process.send?.({ port })
  })

/** Listens at a port of loopback, 0 for any free one, and returns it; rejects with the error of the system. */
export const listenAt = async (server: Server, port: number): Promise<number> => {
  const place = isInOwnNetwork() ? await openedOutside(port) : { port, host: '127.0.0.1' }
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(place, () => {
      const address = server.address()
      resolve(address && typeof address === 'object' ? address.port : port)
    })
  })
}
