import { createServer, request } from 'node:http'

/** A proxy that fails now and then: an answer is lost after the engine wrote, or the engine is said to be busy. */
export interface LossyProxy {
  readonly endpoint: string
  readonly failures: () => number
  readonly close: () => Promise<void>
}

/** Starts a proxy to an endpoint on which about one request in `every` fails in each way. */
export async function startLossyProxy(endpoint: string, every: number): Promise<LossyProxy> {
  let failures = 0
  const isFailing = () => Math.random() < 1 / every
  const server = createServer((incoming, outgoing) => {
    if (isFailing()) {
      failures++
      incoming.resume()
      outgoing.writeHead(400, { 'content-type': 'application/x-amz-json-1.0' })
      return void outgoing.end('{"__type":"com.amazonaws.dynamodb.v20120810#ThrottlingException","message":"slow"}')
    }
    const { host: _host, ...headers } = incoming.headers
    const forward = request(endpoint, { method: incoming.method, path: incoming.url, headers }, (answer) => {
      if (isFailing()) {
        failures++
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
    failures: () => failures,
    close: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
