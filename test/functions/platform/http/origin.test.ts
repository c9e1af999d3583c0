import { createServer, type Server } from 'node:http'
import { json } from 'node:stream/consumers'
import fc from 'fast-check'
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { checkOrigin } from '#functions/platform/http/origin.ts'
import { originHeader } from '#shared/api/origin.ts'

let server: Server
let asked = 0
let values: { AWSCURRENT: string; AWSPREVIOUS?: string }
let secrets = 0

beforeAll(async () => {
  server = createServer(async (request, response) => {
    asked += 1
    const { VersionStage: stage } = (await json(request)) as { VersionStage: keyof typeof values }
    const value = values[stage]
    response
      .writeHead(value ? 200 : 400)
      .end(JSON.stringify(value ? { SecretString: value } : { __type: 'ResourceNotFoundException' }))
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const address = server.address()
  const port = address && typeof address === 'object' ? address.port : 0
  vi.stubEnv('AWS_ENDPOINT_URL', `http://127.0.0.1:${port}`)
  vi.stubEnv('AWS_ACCESS_KEY_ID', 'none').stubEnv('AWS_SECRET_ACCESS_KEY', 'none')
})
beforeEach(() => {
  asked = 0
  secrets += 1
  values = { AWSCURRENT: 'the current value' }
  vi.stubEnv('ORIGIN_SECRET_ARN', `secret ${secrets}`)
})
afterAll(() => {
  vi.unstubAllEnvs()
  server.close()
})

const passes = (value?: string) =>
  checkOrigin({ [originHeader]: value }).then(
    () => true,
    (error: { status?: number }) => (error.status === 404 ? false : Promise.reject(error)),
  )

test('a request with the current value passes, and the secret is read once', async () => {
  for (let count = 0; count < 20; count++) expect(await passes('the current value')).toBe(true)
  expect(asked).toBe(1)
})

test('no other value passes, and a flood of them asks the secret three times at the most', async () => {
  const other = fc.string({ maxLength: 40 }).filter((value) => value !== 'the current value')
  await fc.assert(
    fc.asyncProperty(fc.option(other, { nil: undefined }), async (value) => {
      expect(await passes(value)).toBe(false)
    }),
    { numRuns: 200 },
  )
  expect(asked).toBeLessThanOrEqual(3)
})

test('while the secret is exchanged both of its values pass, and later ones do not bring back earlier ones', async () => {
  expect(await passes('the current value')).toBe(true)
  values = { AWSCURRENT: 'the next value', AWSPREVIOUS: 'the current value' }
  expect(await passes('the next value')).toBe(true)
  expect(await passes('the current value')).toBe(true)
  values = { AWSCURRENT: 'the third value', AWSPREVIOUS: 'the next value' }
  vi.stubEnv('ORIGIN_SECRET_ARN', `secret ${(secrets + 1) * 1000}`)
  expect(await passes('the current value')).toBe(false)
})

test('where there is no secret nobody is asked', async () => {
  vi.stubEnv('ORIGIN_SECRET_ARN', '')
  expect(await passes()).toBe(true)
  expect(asked).toBe(0)
})
