import type { Server } from 'node:http'
import { createServer, type Server as Listener } from 'node:net'

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

const listening = (server: Listener, place: Listener | { port: number; host: string }) =>
  new Promise<number>((resolve, reject) => {
    server.once('error', reject)
    server.listen(place, () => {
      const address = server.address()
      resolve(address && typeof address === 'object' ? address.port : 0)
    })
  })

/** Answers at the same address inside as well, where the functions reach their files. */
async function listenInside(server: Server, port: number): Promise<void> {
  const inside = createServer((socket) => server.emit('connection', socket))
  await listening(inside, { port, host: '127.0.0.1' })
  server.once('close', () => inside.close())
}

/** Listens at a port of loopback, 0 for any free one, and returns it; rejects with the error of the system. */
export const listenAt = async (server: Server, port: number): Promise<number> => {
  if (!isInOwnNetwork()) return listening(server, { port, host: '127.0.0.1' })
  const opened = await listening(server, await openedOutside(port))
  await listenInside(server, opened)
  return opened
}
