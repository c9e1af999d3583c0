import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, expect, test, vi } from 'vitest'
import { endOrphan, lockFolder, runningInstance } from '#infra/local/process/lock.ts'
import { startEngine } from '#infra/local/services/engine.ts'

const folders: string[] = []
const newFolder = () => {
  const folder = mkdtempSync(join(tmpdir(), 'redress-lock-'))
  folders.push(folder)
  return folder
}
const children: ChildProcess[] = []
afterAll(() => {
  for (const child of children) child.kill('SIGKILL')
  for (const folder of folders) rmSync(folder, { recursive: true, force: true })
})

const lockModule = fileURLToPath(new URL('../../../infra/local/process/lock.ts', import.meta.url))

/** Another process that takes the lock and prints `taken` or the reason of its refusal. */
const rival = async (folder: string) => {
  const script = `const { lockFolder } = await import('${lockModule}')
    try { lockFolder('${folder}').update({ url: 'http://127.0.0.1:1', engineProcessId: 4242 }); console.log('taken') }
    catch (error) { console.log(error.message); process.exit(1) }
    setInterval(() => {}, 1000)`
  const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', script])
  children.push(child)
  const output = await new Promise<string>((resolve) => child.stdout.once('data', (text) => resolve(`${text}`.trim())))
  return { child, output }
}

test('a second holder is refused with the address of the first', () => {
  const folder = newFolder()
  const lock = lockFolder(folder)
  lock.update({ url: 'http://127.0.0.1:4000' })
  expect(() => lockFolder(folder)).toThrow(`already running at http://127.0.0.1:4000 (process ${process.pid})`)
  expect(runningInstance(folder)).toMatchObject({ url: 'http://127.0.0.1:4000' })
  lock.release()
  expect(runningInstance(folder)).toBeUndefined()
  expect(readdirSync(folder)).toEqual([])
})

test('a new process takes the lock of a killed process, and finds its engine', async () => {
  const folder = newFolder()
  const { child } = await rival(folder)
  await vi.waitFor(() => expect(runningInstance(folder)?.engineProcessId).toBe(4242))
  expect(() => lockFolder(folder)).toThrow('already running')
  const exit = new Promise((resolve) => child.once('exit', resolve))
  child.kill('SIGKILL')
  await exit
  const lock = lockFolder(folder)
  expect(lock.orphan).toBe(4242)
  expect(runningInstance(folder)?.processId).toBe(process.pid)
  lock.release()
})

test('one of several processes that start over a stale lock wins', async () => {
  const folder = newFolder()
  const stale = await rival(folder)
  const exit = new Promise((resolve) => stale.child.once('exit', resolve))
  stale.child.kill('SIGKILL')
  await exit
  const rivals = await Promise.all(Array.from({ length: 4 }, () => rival(folder)))
  expect(rivals.filter(({ output }) => output === 'taken')).toHaveLength(1)
  expect(rivals.filter(({ output }) => output.includes('already running'))).toHaveLength(3)
})

test('an orphan engine is ended only when it serves our file', async () => {
  const path = join(newFolder(), 'records.db')
  const engine = await startEngine({ path })
  const processId = engine.processId ?? 0
  await endOrphan(processId, '/elsewhere/records.db')
  expect((await fetch(engine.endpoint)).status).toBeGreaterThan(0)
  await endOrphan(processId, path)
  await expect(fetch(engine.endpoint)).rejects.toThrow()
  await endOrphan(process.pid, path)
})
