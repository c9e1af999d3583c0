import { afterEach, describe, expect, test, vi } from 'vitest'
import { tickKey } from '#functions/platform/store/keys.ts'
import { extendLease, releaseLease, takeLease } from '#functions/platform/store/lease.ts'
import { Attempts } from '#infra/local/services/attempts.ts'
import { as } from '#test/support/call.ts'
import { useTable } from '#test/support/table.ts'

const day = 86_400_000
const year = 365 * day
const world = useTable()
afterEach(() => vi.useRealTimers())

/** The machine's clock is set by so many milliseconds; no other clock is. */
const setClockBy = (ms: number) => {
  vi.useFakeTimers({ toFake: ['Date'] })
  vi.setSystemTime(Date.now() + ms)
}
const leaseOf = (name: string) => takeLease(tickKey(name), 60_000)

describe('a clock that is set forward a year and back', () => {
  test('leaves no lease that nobody can take, and the one before writes nothing any more', async () => {
    setClockBy(year)
    const ahead = await leaseOf('ahead')
    if (!ahead) throw new Error('There is no lease')
    setClockBy(-year)
    const next = await leaseOf('ahead')
    expect(next?.fence).toBe(ahead.fence + 1)
    expect(await extendLease(ahead, 60_000)).toBeUndefined()
    expect(await leaseOf('ahead')).toBeUndefined()
    if (next) await releaseLease(next)
  })

  test('makes nobody wait for a year who entered a wrong password', () => {
    setClockBy(year)
    const attempts = new Attempts()
    for (let count = 0; count < 6; count++) attempts.fail('huda')
    setClockBy(-year)
    expect(attempts.secondsToWait('huda')).toBeLessThanOrEqual(2)
    setClockBy(year)
    expect(attempts.secondsToWait('huda')).toBeGreaterThan(0)
  })
})

describe('a clock that is set back a day', () => {
  const rename = (version: number, name: string) =>
    as('admin')(`PATCH /api/sites/${world().siteId}`, { name }, { headers: { 'if-match': `"${version}"` } })

  test('keeps the order of a history, which goes by versions', async () => {
    const first = await as('admin')(`GET /api/sites/${world().siteId}`)
    const { body: second } = await rename(first.body.version, 'Before')
    setClockBy(-day)
    const { body: third } = await rename(second.version, 'After')
    const { body } = await as('admin')('GET /api/history', undefined, { query: { filter: { recordId: third.id } } })
    expect(body.slice(0, 2).map(({ version }: { version: number }) => version)).toEqual([third.version, second.version])
    expect((await as('admin')(`GET /api/sites/${third.id}`)).body.name).toBe('After')
  })

  test('does not trust for a day what was read of a person before', async () => {
    expect((await as('officer')('GET /api/me')).status).toBe(200)
    setClockBy(-day)
    const address = `/api/users/${world().userIds.officer}`
    const { body: user } = await as('admin')(`GET ${address}`)
    const headers = { 'if-match': `"${user.version}"` }
    expect((await as('admin')(`PATCH ${address}`, { isActive: false }, { headers })).status).toBe(200)
    expect((await as('officer')('GET /api/me')).status).toBeGreaterThanOrEqual(401)
  })

  test('creates once what is asked for twice with one key', async () => {
    const values = { name: 'Twice', code: 'TWICE', timeZone: 'Asia/Riyadh', currency: 'SAR' }
    const create = () => as('admin')('POST /api/sites', values, { headers: { 'idempotency-key': 'twice' } })
    const { body: first } = await create()
    setClockBy(-day)
    expect((await create()).body.id).toBe(first.id)
    setClockBy(year)
    expect((await create()).body.id).toBe(first.id)
  })
})
