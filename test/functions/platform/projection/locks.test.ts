import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { afterAll, expect, test } from 'vitest'
import { SqlFile } from '#functions/platform/projection/file/sqlite.ts'

const folder = mkdtempSync(join(tmpdir(), 'redress-locks-'))
afterAll(() => rmSync(folder, { recursive: true }))

/** Locks a file for some milliseconds as a connection does that recovers or closes its log. */
const locking = `
const { parentPort, workerData } = require('node:worker_threads')
const { DatabaseSync } = process.getBuiltinModule('node:sqlite') ?? require('@photostructure/sqlite')
const database = new DatabaseSync(workerData)
database.exec('CREATE TABLE t (n); INSERT INTO t VALUES (1); BEGIN EXCLUSIVE')
parentPort.postMessage('locked')
setTimeout(() => { database.exec('COMMIT'); database.close() }, 400)`

test('a reader waits for a file that is locked for a moment', async () => {
  const path = join(folder, 'locked.sqlite')
  const worker = new Worker(locking, { eval: true, workerData: path })
  const ended = new Promise((resolve) => worker.once('exit', resolve))
  await new Promise((resolve) => worker.once('message', resolve))
  const reader = new SqlFile(path, { isReader: true })
  expect(reader.first('SELECT n FROM t')).toEqual({ n: 1 })
  reader.close()
  await ended
})
