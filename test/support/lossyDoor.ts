import { createServer, request } from 'node:http'

/** A way to the engine on which things go wrong: answers are lost after the engine did its work, or it is said to be busy. */
export interface LossyDoor {
  readonly endpoint: string
  readonly lost: () => number
  readonly close: () => Promise<void>
}

/** Opens a door to `endpoint` on which about one request in `every` fails in each way. */
export async function openLossyDoor(endpoint: string, every: number): Promise<LossyDoor> {
  let lost = 0
  const happens = () => Math.random() < 1 / every
  const server = createServer((incoming, outgoing) => {
    if (happens()) {
      lost++
      incoming.resume()
      outgoing.writeHead(400, { 'content-type': 'application/x-amz-json-1.0' })
      return void outgoing.end('{"__type":"com.amazonaws.dynamodb.v20120810#ThrottlingException","message":"slow"}')
    }
    const { host: _host, ...headers } = incoming.headers
    const forward = request(endpoint, { method: incoming.method, path: incoming.url, headers }, (answer) => {
      if (happens()) {
        lost++
        answer.resume()
        return void outgoing.destroy()
      }
      outgoing.writeHead(answer.statusCode ?? 500, answer.headers)
      answer.pipe(outgoing)
    })
    forward.once('error', () => outgoing.destroy())
    outgoing.once('error', () => {})
    incoming.pipe(forward)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  return {
    endpoint: `http://127.0.0.1:${port}`,
    lost: () => lost,
    close: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
