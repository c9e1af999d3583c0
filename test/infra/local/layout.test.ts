import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { tableDefinition, tableLayout } from '#functions/platform/store/table.ts'
import { projectionFolder, setEnvironment } from '#infra/local/process/environment.ts'
import { ensureTable, startEngine } from '#infra/local/services/engine.ts'
import { askEngine } from '#test/support/engine.ts'

const start = fileURLToPath(new URL('../../../infra/local/start.mjs', import.meta.url))
const kept = { ...process.env }
let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'redress-layout-'))
})
afterEach(() => {
  rmSync(folder, { recursive: true, force: true })
  for (const name of Object.keys(process.env)) if (!(name in kept)) delete process.env[name]
  Object.assign(process.env, kept)
})

/** Does some work on the engine of the folder; every item of the table as it is after it. */
async function onEngine(work: (put: (item: object) => Promise<unknown>) => Promise<unknown>): Promise<unknown[]> {
  const { endpoint, stop } = await startEngine({ path: join(folder, 'records.db') })
  await ensureTable(endpoint, tableDefinition('redress'))
  await work((Item) => askEngine(endpoint, 'PutItem', { TableName: 'redress', Item }))
  const { body } = await askEngine(endpoint, 'Scan', { TableName: 'redress' })
  await stop()
  return body.Items
}

const nothing = async () => {}
const record = { pk: { S: 'case_01J' }, sk: { S: 'A' }, v: { N: '1' }, row: { M: {} } }
const ofLayout = (n: number) => ({ pk: { S: 'LAYOUT' }, sk: { S: 'A' }, n: { N: String(n) } })
const ofTick = { pk: { S: 'LEASE#tick' }, sk: { S: 'deadlines' } }
const npmStart = (...flags: string[]) =>
  spawnSync(process.execPath, [start, ...flags], {
    env: { ...process.env, REDRESS_DATA: folder, REDRESS_PANEL: 'none', PORT: '0' },
    encoding: 'utf8',
  })

describe('a folder whose records are of another layout', () => {
  test.each([
    ['an older one, which had no number', [record], 1],
    ['a newer one', [record, ofLayout(tableLayout + 1)], tableLayout + 1],
  ])('is refused with one sentence and left as it is: %s', async (_what, items, layout) => {
    const before = await onEngine((put) => Promise.all(items.map(put)))
    mkdirSync(projectionFolder(folder))
    for (const flags of [[], ['--tick', 'deadlines'], ['--verify-audit']]) {
      const { status, stdout, stderr } = npmStart(...flags)
      expect(status, stdout).toBe(1)
      expect(stderr.trim().split('\n')).toEqual([expect.stringContaining(`were written in layout ${layout} and this`)])
      expect(stderr).toContain('npm start -- --fresh')
    }
    expect(await onEngine(nothing)).toEqual(before)
    expect(existsSync(join(folder, 'folder.json'))).toBe(false)
    expect(existsSync(projectionFolder(folder))).toBe(true)
  })
})

describe('a folder of this layout', () => {
  const opens = () => expect(npmStart('--verify-audit')).toMatchObject({ status: 0 })

  test('gets its number when it is empty, and opens again with records in it', async () => {
    opens()
    expect(await onEngine((put) => put(ofTick))).toEqual(expect.arrayContaining([ofLayout(tableLayout), ofTick]))
    opens()
  })

  test('keeps its projection as long as its table', async () => {
    opens()
    const file = join(projectionFolder(folder), 'rows')
    mkdirSync(projectionFolder(folder))
    writeFileSync(file, 'rows')
    opens()
    expect(readFileSync(file, 'utf8')).toBe('rows')
    for (const name of ['records.db', 'records.db-wal', 'records.db-shm']) rmSync(join(folder, name), { force: true })
    opens()
    expect(existsSync(file)).toBe(false)
  })

  test('tells the functions where the projection is, and to answer lists beside the thread of requests', () => {
    const endpoints = { dynamodb: 'http://127.0.0.1:8000', publicUrl: 'http://localhost:4000' }
    setEnvironment(folder, { ...endpoints, thread: '/a/thread.mjs' })
    const threads = { PROJECTION_THREADS: '2', PROJECTION_THREAD: '/a/thread.mjs' }
    expect(process.env).toMatchObject({ PROJECTION_FOLDER: join(folder, 'projection'), ...threads })
  })
})
