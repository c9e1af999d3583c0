import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { type Product, startProduct } from '#test/support/product.ts'
import { eventually, request, type SignedInCall, signIn } from '#test/support/session.ts'
import { flipPages } from './brokenFolders.ts'
import { npmStart } from './npmStart.ts'

const isFull = process.env.REDRESS_FULL === '1'

let product: Product
let person: SignedInCall
beforeAll(async () => {
  product = await startProduct({ panel: false })
  person = await signIn(product.url, 'everyone')
})
afterAll(() => product?.stop())

const engine = (folder = product.folder): number =>
  JSON.parse(readFileSync(join(folder, 'instance.json'), 'utf8')).engineProcessId
let written = 0
const write = () => {
  const code = `S${++written}`
  return person('POST /api/sites', { name: `Site ${code}`, code, timeZone: 'Asia/Riyadh', currency: 'SAR' })
}
const health = () => request(product.url, 'GET /api/health')
const found = async (ids: readonly string[]) =>
  (await Promise.all(ids.map(async (id) => (await person(`GET /api/sites/${id}`)).status))).filter(
    (each) => each === 200,
  )

test('an engine that is killed under writers is started again, and has all that was acknowledged', async () => {
  const acknowledged: string[] = []
  const killed = engine()
  const writers = Array.from({ length: 8 }, async () => {
    for (let count = 0; count < 10; count++) {
      const { status, body, headers } = await write()
      if (status === 201) acknowledged.push(body.id)
      else expect([status, Number(headers.get('retry-after')) > 0]).toEqual([503, true])
    }
  })
  await vi.waitFor(() => expect(acknowledged.length).toBeGreaterThan(10), { timeout: 20_000 })
  process.kill(killed, 'SIGKILL')
  await Promise.all(writers)
  await eventually(health, ({ status }) => status === 200)
  expect(engine()).not.toBe(killed)
  expect(await found(acknowledged)).toHaveLength(acknowledged.length)
  expect(product.output()).toContain('was started again; nothing acknowledged was lost')
})

test.runIf(isFull)(
  'an engine that stands still is answered for before the gateway gives up, and goes on where it was',
  async () => {
    const acknowledged = (await Promise.all([write(), write()])).map(({ body }) => body.id)
    process.kill(engine(), 'SIGSTOP')
    const asked = [health(), person('GET /api/me'), person(`GET /api/sites/${acknowledged[0]}`), write(), write()]
    const answers = await Promise.all(asked)
    for (const { status, headers } of answers)
      expect([status, Number(headers.get('retry-after')) > 0]).toEqual([503, true])
    expect(answers[0]?.body).toMatchObject({ status: 'store unreachable' })
    process.kill(engine(), 'SIGCONT')
    expect((await eventually(health, ({ status }) => status === 200)).body).toMatchObject({ status: 'ok' })
    expect((await write()).status).toBe(201)
    expect(await found(acknowledged)).toHaveLength(2)
  },
)

test.runIf(isFull)(
  'an engine that ends is not started again on records whose bits changed meanwhile, nor is the product after that',
  async () => {
    const folder = mkdtempSync(join(tmpdir(), 'redress-flips-'))
    // A stop writes the log of writes back, so that the records stand in their file.
    await (await startProduct({ folder, panel: false })).stop()
    const other = await startProduct({ folder, panel: false })
    flipPages(folder)
    process.kill(engine(folder), 'SIGKILL')
    await vi.waitFor(() => expect(other.output()).toContain('cannot be started again. The file'), { timeout: 10_000 })
    expect(await other.stop()).toBe(1)
    expect((await npmStart(folder)).output).toContain('records.db is damaged (')
    rmSync(folder, { recursive: true, force: true })
  },
)
