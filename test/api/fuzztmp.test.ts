import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { routes } from '#shared/routes.ts'
import { type Records, seedEvery } from '#test/api/everyRecord.ts'
import { type Nasty, nastyRequests } from '#test/api/nasty.ts'
import { type Answer, as } from '#test/support/call.ts'
import { useTable } from '#test/support/table.ts'

const world = useTable()
const total = process.env.REDRESS_FULL === '1' ? 100_000 : 16000
let records: Records

beforeAll(async () => {
  records = await seedEvery(world().siteId, world().userIds.everyone, 'own')
})

const call = ({ address, raw, query, headers }: Nasty): Promise<Answer> =>
  as('everyone')(address, undefined, { raw, query, headers })

test.each(routes.map((route) => [`${route.method} ${route.path}`, route] as const))(
  '%s survives whatever is sent to it',
  async (_address, route) => {
    await fc.assert(
      fc.asyncProperty(nastyRequests(route, records), async (request) => {
        const { status, text, body, headers } = await call(request); (globalThis.hist ??= {})[status] = (globalThis.hist[status] ?? 0) + 1
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

test('h', () => { console.log(JSON.stringify(globalThis.hist)) })
test('nothing that was sent has become a prototype’s', () => {
  expect(Object.keys(Object.prototype)).toEqual([])
  expect(Reflect.get({}, 'isAdmin') ?? Reflect.get({}, 'a')).toBeUndefined()
})
