import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { type Product, startProduct } from '#test/support/product.ts'
import { askPool, demoPassword } from '#test/support/session.ts'

const start = fileURLToPath(new URL('../../../infra/local/start.mjs', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'redress-start-'))
const other = mkdtempSync(join(tmpdir(), 'redress-other-'))

const npmStart = (flags: string[], env: Record<string, string> = {}) =>
  new Promise<{ code: number | null; output: string }>((resolve) => {
    const child = spawn(process.execPath, [start, ...flags], {
      env: { ...process.env, REDRESS_PANEL: 'none', REDRESS_DATA: other, ...env },
    })
    let output = ''
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (output += text))
    child.once('exit', (code) => resolve({ code, output }))
  })

const commandLine = (processId: string) => {
  try {
    return readFileSync(`/proc/${processId}/cmdline`, 'utf8')
  } catch {
    return ''
  }
}
/** Processes with the data folder in their command line: the engine and its watcher. */
const family = () => readdirSync('/proc').filter((id) => /^\d+$/.test(id) && commandLine(id).includes(folder))

const signIn = async ({ url }: Product, parameters: Record<string, string>, flow = 'USER_PASSWORD_AUTH') =>
  (await (await askPool(url, flow, parameters)).json()).AuthenticationResult
const everyone = { USERNAME: 'everyone@redress.test', PASSWORD: demoPassword }
const me = (product: Product, token: string) =>
  fetch(`${product.url}/api/me`, { headers: { authorization: `Bearer ${token}` } })

let product: Product
beforeAll(async () => {
  product = await startProduct({ folder, panel: false })
})
afterAll(async () => {
  await product?.stop()
  for (const each of [folder, other]) rmSync(each, { recursive: true, force: true })
})

describe('a running instance', () => {
  test('prints its address and how to sign in', async () => {
    // The instance is ready a moment before its output arrives through the pipe.
    for (const words of [`Redress is ready at ${product.url}`, 'everyone@redress.test', product.mailUrl])
      await vi.waitFor(() => expect(product.output()).toContain(words), { timeout: 5000 })
  })

  test('says that others can reach the records only where it has no network of its own', async () => {
    const words = 'Other users of this machine can reach the records'
    expect(product.output()).not.toContain(words)
    const open = await startProduct({ panel: false, env: { REDRESS_NETWORK: 'shared' } })
    await vi.waitFor(() => expect(open.output()).toContain(words), { timeout: 5000 })
    await open.stop()
  })

  test('signs a demo user in and answers with the user', async () => {
    const { AccessToken } = await signIn(product, everyone)
    expect((await me(product, AccessToken)).status).toBe(200)
    expect((await me(product, `${AccessToken}x`)).status).toBe(401)
    expect((await fetch(`${product.url}/api/health`)).status).toBe(200)
  })

  test('runs a tick for a process with its data folder, and for nobody else', async () => {
    const run = await npmStart(['--tick', 'deadlines', '--at', '2026-03-01T09:00:00Z'], { REDRESS_DATA: folder })
    expect(run.code, run.output).toBe(0)
    expect((await fetch(`${product.url}/.instance/tick`, { method: 'POST', body: '{}' })).status).toBe(404)
  })

  test('is not disturbed by a second start on its data or its port', async () => {
    const sameData = await npmStart([], { REDRESS_DATA: folder, PORT: '0' })
    expect(sameData).toMatchObject({ code: 1, output: expect.stringContaining(`already running at ${product.url}`) })
    const port = new URL(product.url).port
    const samePort = await npmStart([], { PORT: port })
    expect(samePort).toMatchObject({ code: 1, output: expect.stringContaining(`Port ${port} is in use`) })
    expect((await fetch(`${product.url}/config.json`)).status).toBe(200)
  })

  test('refuses an invalid option with its reason', async () => {
    const refusals = await Promise.all([
      npmStart(['--quick']),
      npmStart(['--demo-size', 'many']),
      npmStart(['--tick', 'nope']),
      npmStart(['--tick', 'deadlines', '--at', 'noon']),
      npmStart([], { PORT: 'x' }),
    ])
    expect(refusals.map(({ code }) => code)).toEqual([1, 1, 1, 1, 1])
    const words = [
      "Unknown option '--quick'",
      'a number of patients',
      'There is no tick',
      'takes an instant',
      'PORT takes',
    ]
    for (const [index, word] of words.entries()) expect(refusals[index]?.output).toContain(word)
  })
})

describe('an instance that ends', () => {
  test('by kill -9 ends its engine and loses neither sessions nor data', async () => {
    const { RefreshToken, AccessToken } = await signIn(product, everyone)
    const before = await (await me(product, AccessToken)).json()
    expect(family()).not.toEqual([])
    await product.kill()
    await vi.waitFor(() => expect(family()).toEqual([]), { timeout: 3000 })
    expect(existsSync(join(folder, 'instance.json'))).toBe(true)
    product = await startProduct({ folder, panel: false })
    const again = await signIn(product, { REFRESH_TOKEN: RefreshToken }, 'REFRESH_TOKEN_AUTH')
    expect(await (await me(product, again.AccessToken)).json()).toEqual(before)
    expect((await me(product, AccessToken)).status).toBe(200)
  })

  test('without its engine starts it again, and ends with a message when it is gone again and again', async () => {
    const { AccessToken } = await signIn(product, everyone)
    const engine = () => JSON.parse(readFileSync(join(folder, 'instance.json'), 'utf8')).engineProcessId
    for (let count = 1; count <= 4; count++) {
      const killed = engine()
      process.kill(killed, 'SIGKILL')
      if (count > 3) break
      await vi.waitFor(() => expect(engine()).not.toBe(killed), { timeout: 5000 })
      expect((await me(product, AccessToken)).status).toBe(200)
    }
    await vi.waitFor(() => expect(product.output()).toContain('several times within a minute'), { timeout: 5000 })
    await product.stop()
    product = await startProduct({ folder, panel: false })
    expect((await fetch(`${product.url}/api/health`)).status).toBe(200)
  })

  test.each(['SIGTERM', 'SIGINT'] as const)('by %s leaves no process and no lock', async (signal) => {
    process.kill(product.processId, signal)
    expect(await product.stop()).toBe(0)
    expect(family()).toEqual([])
    expect(readdirSync(folder).filter((name) => name.startsWith('instance'))).toEqual([])
    product = await startProduct({ folder, panel: false })
  })

  test('runs a tick on the engine alone when none is running', async () => {
    await product.stop()
    const run = await npmStart(['--tick', 'deadlines'], { REDRESS_DATA: folder })
    expect(run.code, run.output).toBe(0)
    expect(family()).toEqual([])
    product = await startProduct({ folder, panel: false })
  })
})
