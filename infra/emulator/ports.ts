import { connect, createServer } from 'node:net'

/** The first byte of a TLS connection: a record of type handshake (RFC 8446, section 5.1). */
const handshake = 22

/** Where a connection goes on to, by its first byte. */
export interface Ports {
  readonly tls: number
  readonly plain: number
}

/**
 * Lets one loopback port speak TLS and plain HTTP. MiniStack names its own address by one port, `https` in what it
 * tells and `http` where its JWT authorizer fetches the pool's keys.
 */
export async function openDoorway(port: number, doors: Ports): Promise<void> {
  const server = createServer((caller) => {
    caller.once('error', () => caller.destroy())
    caller.once('data', (first) => {
      caller.pause()
      const inner = connect(first[0] === handshake ? doors.tls : doors.plain, '127.0.0.1')
      inner.once('error', () => caller.destroy())
      caller.once('close', () => inner.destroy())
      inner.once('close', () => caller.destroy())
      inner.write(first)
      caller.pipe(inner)
      inner.pipe(caller)
    })
  })
  // It closes with this process and does not keep it.
  server.unref()
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(port, '127.0.0.1', resolve))
}
