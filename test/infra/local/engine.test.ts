import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, expect, test, vi } from 'vitest'
import { ensureTable, startEngine } from '#infra/local/services/engine.ts'
import { askEngine, freshTable, startEngine as startTestEngine } from '#test/support/engine.ts'

const folder = mkdtempSync(join(tmpdir(), 'redress-engine-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const table = {
  TableName: 'records',
  BillingMode: 'PAY_PER_REQUEST',
  KeySchema: [{ AttributeName: 'pk', KeyType: 'HASH' }],
  AttributeDefinitions: [{ AttributeName: 'pk', AttributeType: 'S' }],
}

const isAlive = (processId: number | undefined) => {
  const path = `/proc/${processId}/cmdline`
  return existsSync(path) && readFileSync(path, 'utf8') !== ''
}

test('every acknowledged write exists after kill -9', async () => {
  const path = join(folder, 'killed.db')
  const first = await startEngine({ path })
  await ensureTable(first.endpoint, table)
  let acknowledged = 0
  const put = async (n: number) => {
    const done = await askEngine(first.endpoint, 'PutItem', { TableName: 'records', Item: { pk: { S: `${n}` } } })
    if (done.isDone) acknowledged++
    if (acknowledged === 200 && first.processId) process.kill(first.processId, 'SIGKILL')
  }
  for (let n = 0; n < 400; n += 8) await Promise.allSettled(Array.from({ length: 8 }, (_, k) => put(n + k)))
  await first.stop()
  const second = await startEngine({ path })
  await ensureTable(second.endpoint, table)
  const { body } = await askEngine(second.endpoint, 'Scan', { TableName: 'records', Select: 'COUNT' })
  await second.stop()
  expect(acknowledged).toBeGreaterThanOrEqual(200)
  expect(acknowledged).toBeLessThan(400)
  expect(body.Count).toBeGreaterThanOrEqual(acknowledged)
})

test('an engine ends when the process that started it is killed', async () => {
  const engine = fileURLToPath(new URL('../../../infra/local/services/engine.ts', import.meta.url))
  const script = `const { startEngine } = await import('${engine}')
    console.log((await startEngine()).processId); setInterval(() => {}, 1000)`
  const parent = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', script])
  const processId = await new Promise<number>((resolve) => parent.stdout.once('data', (text) => resolve(Number(text))))
  expect(isAlive(processId)).toBe(true)
  parent.kill('SIGKILL')
  await vi.waitFor(() => expect(isAlive(processId)).toBe(false), { timeout: 3000 })
})

test('a stopped engine is distinguished from one that ended by itself', async () => {
  const onExit = vi.fn()
  const [stopped, killed] = [await startEngine({ onExit }), await startEngine({ onExit })]
  await stopped.stop()
  expect(onExit).not.toHaveBeenCalled()
  if (killed.processId) process.kill(killed.processId, 'SIGKILL')
  await vi.waitFor(() => expect(onExit).toHaveBeenCalledOnce())
})

test('a fresh table for tests is empty and alone', async () => {
  const { endpoint } = await startTestEngine()
  const [one, two] = [await freshTable(endpoint), await freshTable(endpoint)]
  await askEngine(endpoint, 'PutItem', { TableName: one, Item: { pk: { S: 'a' }, sk: { S: 'b' } } })
  const count = async (name: string) =>
    (await askEngine(endpoint, 'Scan', { TableName: name, Select: 'COUNT' })).body.Count
  expect([await count(one), await count(two)]).toEqual([1, 0])
})
