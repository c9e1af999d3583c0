import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { routes } from '#shared/declaration/routes.ts'
import { type Records, seedEvery } from '#test/functions/platform/records/everyRecord.ts'
import { as, type CallReply } from '#test/support/call.ts'
import { useFiles } from '#test/support/files.ts'
import { useTable } from '#test/support/table.ts'
import { current, type Nasty, nastyRequests } from './nasty.ts'

const world = useTable()
useFiles()
const total = process.env.REDRESS_FULL === '1' ? 100_000 : 3000
let records: Records

beforeAll(async () => {
  records = await seedEvery(world().siteId, world().userIds.everyone, 'own')
})

/** Sends a request; where it names the current version, that is looked up first. */
async function call({ address, raw, query, headers }: Nasty): Promise<CallReply> {
  if (headers['if-match'] !== current) return as('everyone')(address, undefined, { raw, query, headers })
  const [, path = ''] = address.split(' ')
  const { headers: answer } = await as('everyone')(`GET ${path.split('/').slice(0, 4).join('/')}`)
  return as('everyone')(address, undefined, { raw, query, headers: { ...headers, 'if-match': answer.etag ?? '"1"' } })
}

test.each(routes.map((route) => [`${route.method} ${route.path}`, route] as const))(
  '%s answers any input without a failure',
  async (_address, route) => {
    await fc.assert(
      fc.asyncProperty(nastyRequests(route, records), async (request) => {
        const { status, text, body, headers } = await call(request)
        expect(status, text.slice(0, 300)).toBeLessThan(500)
        expect(text).not.toMatch(/\n\s+at |node_modules|\.ts:\d/)
        if (status < 400 || !headers['content-type']?.includes('json')) return
        expect(headers['content-type']).toBe('application/problem+json')
        expect(body).toMatchObject({ status, message: expect.any(String) })
      }),
      { numRuns: Math.ceil(total / routes.length) },
    )
  },
  3_600_000,
)

test('no input has changed a prototype', () => {
  expect(Object.keys(Object.prototype)).toEqual([])
  expect(Reflect.get({}, 'isAdmin') ?? Reflect.get({}, 'a')).toBeUndefined()
})
