import { createHmac, randomBytes } from 'node:crypto'
import { createServer, type Server } from 'node:http'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { checkMacs, macsOf, newestAuditKey } from '#functions/platform/store/audit/auditKeys.ts'
import { StoreBusy } from '#functions/platform/store/client.ts'

const keys: Readonly<Record<string, Buffer>> = { one: randomBytes(32), two: randomBytes(32) }
const kept = { ...process.env }
let server: Server
let refusals: string[] = []
let atOnce = 0
let most = 0

/** KMS as far as it makes and checks MACs; what stands in `refusals` is answered first. */
async function answer(call: string, body: { KeyId: string; Message: string; Mac?: string }) {
  const refusal = refusals.shift()
  if (refusal) return { status: 400, reply: { __type: refusal } }
  const mac = createHmac('sha256', keys[body.KeyId] ?? '')
    .update(Buffer.from(body.Message, 'base64'))
    .digest('base64')
  if (call === 'TrentService.GenerateMac') return { status: 200, reply: { Mac: mac } }
  const isValid = mac === body.Mac
  return isValid
    ? { status: 200, reply: { MacValid: true } }
    : { status: 400, reply: { __type: 'KMSInvalidMacException' } }
}

beforeAll(async () => {
  server = createServer(async (request, response) => {
    most = Math.max(most, ++atOnce)
    const { status, reply } = await answer(String(request.headers['x-amz-target']), JSON.parse(await text(request)))
    await new Promise((resolve) => setTimeout(resolve, 2))
    atOnce--
    response.writeHead(status).end(JSON.stringify(reply))
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const address = server.address()
  const port = typeof address === 'object' ? address?.port : 0
  Object.assign(process.env, { AWS_ENDPOINT_URL: `http://127.0.0.1:${port}`, AUDIT_KEY_ID: 'one,two' })
  Object.assign(process.env, { AWS_REGION: 'eu-west-1', AWS_ACCESS_KEY_ID: 'test', AWS_SECRET_ACCESS_KEY: 'test' })
})
afterAll(() => {
  for (const name of Object.keys(process.env)) if (!(name in kept)) delete process.env[name]
  Object.assign(process.env, kept)
  server.close()
  server.closeAllConnections()
})
beforeEach(() => {
  refusals = []
  most = 0
})

const digests = Array.from({ length: 90 }, () => randomBytes(32))

test('the newest key signs, for many entries at a time and never more than 25 at once', async () => {
  expect(newestAuditKey()).toEqual({ number: 2, id: 'two' })
  const macs = await macsOf(digests)
  expect(macs).toEqual(
    digests.map((digest) =>
      createHmac('sha256', keys.two ?? '')
        .update(digest)
        .digest(),
    ),
  )
  expect(most).toBeGreaterThan(1)
  expect(most).toBeLessThanOrEqual(25)
})

test('what an earlier key signed is right under that key alone, and nothing is said of a key that nobody has', async () => {
  const digest = digests[0] ?? Buffer.of()
  const [mac = Buffer.of()] = await macsOf([digest], { number: 1, id: 'one' })
  const asked = [
    { digest, mac, key: 1 },
    { digest, mac, key: 2 },
    { digest: randomBytes(32), mac, key: 1 },
    { digest, mac: Buffer.of(), key: 1 },
    { digest, mac, key: 3 },
  ]
  expect(await checkMacs(asked)).toEqual([true, false, false, false, undefined])
})

test('KMS that has no room is asked again, and when it has none for long, the writer is told to come back', async () => {
  refusals = ['ThrottlingException', 'KMSInternalException', 'ThrottlingException']
  await expect(macsOf(digests.slice(0, 1))).rejects.toMatchObject({ code: 'KMSInternalException' })
  refusals = ['ThrottlingException', 'ThrottlingException']
  expect(await macsOf(digests.slice(0, 1))).toHaveLength(1)
  refusals = Array.from({ length: 6 }, () => 'ThrottlingException')
  await expect(macsOf(digests.slice(0, 1))).rejects.toBeInstanceOf(StoreBusy)
})

test('a key that KMS refuses signs nothing', async () => {
  refusals = ['AccessDeniedException']
  await expect(macsOf(digests.slice(0, 1))).rejects.toMatchObject({ code: 'AccessDeniedException' })
  refusals = ['AccessDeniedException']
  const [mac = Buffer.of()] = [randomBytes(32)]
  await expect(checkMacs([{ digest: mac, mac, key: 1 }])).rejects.toMatchObject({ code: 'AccessDeniedException' })
})
