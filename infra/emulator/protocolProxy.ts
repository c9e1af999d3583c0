import { connect, createServer } from 'node:net'

/** The first byte of a TLS connection: a record of type handshake (RFC 8446, section 5.1). */
const handshake = 22

/** The ports behind the proxy, by protocol. */
export interface Ports {
  readonly tls: number
  readonly plain: number
}

/**
 * Makes one loopback port accept TLS and plain HTTP. MiniStack knows only one port of its own: it returns addresses with
 * `https`, but its JWT authorizer reads the pool's keys by `http`.
 */
export async function openProtocolProxy(port: number, ports: Ports): Promise<void> {
  const server = createServer((caller) => {
    caller.once('error', () => caller.destroy())
    caller.once('data', (first) => {
      caller.pause()
      const inner = connect(first[0] === handshake ? ports.tls : ports.plain, '127.0.0.1')
      inner.once('error', () => caller.destroy())
      caller.once('close', () => inner.destroy())
      inner.once('close', () => caller.destroy())
      inner.write(first)
      caller.pipe(inner)
      inner.pipe(caller)
    })
  })
  // The server ends with this process and does not keep it alive.
  server.unref()
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(port, '127.0.0.1', resolve))
}
