import { createServer, type Server } from 'node:http'
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { loopbackUrl } from '#infra/local/services/loopback.ts'
import { as } from '#test/support/call.ts'
import { useTable } from '#test/support/table.ts'

const world = useTable()

/** What an engine answers when the disk of its file is at fault, word for word; seen on the real one with such disks. */
const engineWords = {
  full: 'commit failed (backend: database or disk is full) and rollback also failed (backend: cannot rollback - no transaction is active)',
  closed: 'commit failed (backend: I/O error: disk I/O error) and rollback also failed',
  damaged: 'backend: database disk image is malformed',
}

/** Stands before the engine and answers writes with its words about the disk, while there are any. */
let faults: { message?: string; asTransaction?: boolean; calls: number }
let proxy: Server
beforeAll(async () => {
  const endpoint = process.env.DYNAMODB_ENDPOINT ?? ''
  proxy = createServer(async (request, response) => {
    const body = await new Response(request as never).text()
    const call = String(request.headers['x-amz-target']).split('.')[1] ?? ''
    if (faults.message && /Write|Update|Put/.test(call)) {
      faults.calls++
      const reasons = { CancellationReasons: [{ Code: 'InternalError', Message: faults.message }] }
      const type = faults.asTransaction ? 'TransactionCanceledException' : 'InternalServerError'
      response.writeHead(faults.asTransaction ? 400 : 500, { 'content-type': 'application/x-amz-json-1.0' })
      return response.end(
        JSON.stringify({
          __type: `com.amazonaws.dynamodb.v20120810#${type}`,
          message: faults.message,
          ...(faults.asTransaction && reasons),
        }),
      )
    }
    const headers = Object.fromEntries(
      Object.entries(request.headers).filter(([name]) => /^(x-amz|content-type|authorization)/.test(name)),
    ) as Record<string, string>
    const answer = await fetch(endpoint, { method: 'POST', headers, body })
    response.writeHead(answer.status, { 'content-type': 'application/x-amz-json-1.0' })
    response.end(await answer.text())
  })
  vi.resetModules()
  process.env.DYNAMODB_ENDPOINT = await loopbackUrl(proxy)
})
afterAll(() => proxy.close())
beforeEach(() => {
  faults = { calls: 0 }
  vi.spyOn(performance, 'now').mockRestore()
})

let number = 0
const write = () => {
  const code = `H${++number}`
  return as('admin')('POST /api/sites', { name: `Site ${code}`, code, timeZone: 'Asia/Riyadh', currency: 'SAR' })
}
const health = () => as('nobody')('GET /api/health')

describe('a disk that takes no changes', () => {
  test.each([
    ['full', false, 'STORAGE_FULL', 'storage full'],
    ['full', true, 'STORAGE_FULL', 'storage full'],
    ['closed', false, 'STORAGE_CLOSED', 'storage closed'],
  ] as const)(
    'is told by a write and by health until one succeeds: %s, %s',
    async (kind, asTransaction, rule, status) => {
      Object.assign(faults, { message: engineWords[kind], asTransaction })
      const refused = await write()
      expect(refused).toMatchObject({ status: 503, body: { rule }, headers: { 'retry-after': '15' } })
      expect(faults.calls).toBe(1)
      expect((await as('admin')(`GET /api/sites/${world().siteId}`)).status).toBe(200)
      expect(await health()).toMatchObject({ status: 503, body: { status, rule } })
      expect(faults.calls).toBe(1)
      faults.message = undefined
      expect((await write()).status).toBe(201)
      expect(await health()).toMatchObject({ status: 200, body: { status: 'ok' } })
    },
  )

  test('is tried again by health alone, once in 15 seconds', async () => {
    faults.message = engineWords.full
    await write()
    const real = performance.now.bind(performance)
    vi.spyOn(performance, 'now').mockImplementation(() => real() + 16_000)
    for (let count = 0; count < 5; count++) await health()
    expect(faults.calls).toBe(2)
    faults.message = undefined
    vi.mocked(performance.now).mockImplementation(() => real() + 32_000)
    expect((await health()).status).toBe(200)
  })
})

test('health tells what the machine finds, and how many lines of the log are lost', async () => {
  const { setMachineHealth } = await import('#functions/system/health.ts')
  setMachineHealth(() => ({ fault: 'full', lostLogLines: 7 }))
  expect(await health()).toMatchObject({ status: 503, body: { status: 'storage full', lostLogLines: 7 } })
  setMachineHealth(() => ({ lostLogLines: 7 }))
  expect(await health()).toMatchObject({ status: 200, body: { status: 'ok', lostLogLines: 7 } })
  setMachineHealth(() => ({ lostLogLines: 0 }))
})

test('records that are damaged are told of until they are replaced, though some can be written', async () => {
  faults.message = engineWords.damaged
  expect(await write()).toMatchObject({ status: 503, body: { rule: 'STORE_DAMAGED' } })
  faults.message = undefined
  expect((await write()).status).toBe(201)
  expect(await health()).toMatchObject({ status: 503, body: { status: 'store damaged', rule: 'STORE_DAMAGED' } })
})
