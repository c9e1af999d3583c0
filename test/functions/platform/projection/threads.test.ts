import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Worker } from 'node:worker_threads'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { askGroups, askIds, askPage, askRows, closeProjections } from '#functions/platform/projection/ask.ts'
import { bundleThread } from '#infra/bundle/bundleThread.ts'
import { parseGroups } from '#shared/api/groups.ts'
import { parseList } from '#shared/api/listQuery.ts'
import { Case } from '#shared/entities/case.ts'
import { Patient } from '#shared/entities/patient.ts'
import { growCases } from '#test/support/growCases.ts'
import { seed } from '#test/support/people.ts'
import { useTable } from '#test/support/table.ts'
import { sampleQuestion } from './scene/sampleQuestions.ts'
import { actors } from './scene/sampleRecords.ts'

const started: Worker[] = []
vi.mock('node:worker_threads', async (original) => {
  const module = await original<typeof import('node:worker_threads')>()
  class KnownWorker extends module.Worker {
    constructor(...values: ConstructorParameters<typeof module.Worker>) {
      super(...values)
      started.push(this)
    }
  }
  return { ...module, Worker: KnownWorker }
})

const world = useTable()
const folder = mkdtempSync(join(tmpdir(), 'redress-lists-'))
const [director] = actors
const asker = { actor: director ?? { userId: '', name: '', roles: [], siteIds: [] } }
const threads = { PROJECTION_THREADS: '2', PROJECTION_THREAD: await bundleThread() }

beforeAll(async () => {
  process.env.PROJECTION_FOLDER = folder
  const patientId = (await seed(Patient, { ...Patient.example, siteId: world().siteId })).id
  await growCases(0, 500, { siteId: world().siteId, patientId })
})
afterAll(async () => {
  await closeProjections()
  rmSync(folder, { recursive: true, force: true })
})

const questions = fc.sample(sampleQuestion(Case), { numRuns: 30, seed: 3 })

/** Every answer to every question. */
async function answers() {
  const all: unknown[] = []
  for (const { filter, sort, offset, limit, by, sum } of questions) {
    const query = parseList(Case, { filter: JSON.stringify(filter), sort: JSON.stringify(sort) }, asker.actor)
    const { rows, total, last } = await askPage(Case, query, { offset, limit }, asker)
    const texts = { filter: JSON.stringify(filter), by: JSON.stringify(by), sum: JSON.stringify(sum) }
    const { groups } = await askGroups(Case, parseGroups(Case, texts, asker.actor), asker)
    all.push({ rows, total, last, groups, ids: await askIds(Case, query, asker), exported: await exported(query) })
  }
  return all
}

async function exported(query: Parameters<typeof askRows>[1], size = 70) {
  const rows: unknown[] = []
  for await (const page of askRows(Case, query, asker, size)) rows.push(...page)
  return rows
}

const count = async () => (await askPage(Case, { conditions: [] }, { offset: 0, limit: 1 }, asker)).total
const inThreads = async () => {
  await closeProjections()
  started.length = 0
  Object.assign(process.env, threads)
}

test('threads answer as one thread does, many questions at once too', { timeout: 120_000 }, async () => {
  delete process.env.PROJECTION_THREADS
  const alone = await answers()
  await inThreads()
  expect(await answers()).toEqual(alone)
  expect(started).toHaveLength(3)
  for (const each of await Promise.all(Array.from({ length: 6 }, answers))) expect(each).toEqual(alone)
})

test('when a thread ends, whoever asked is answered by another one, and so is the next', {
  timeout: 120_000,
}, async () => {
  await inThreads()
  expect(await count()).toBe(500)
  for (const kind of ['while they answer', 'while nobody asks'])
    for (const number of [0, 1, 2]) {
      const worker = started.at(-3 + number)
      const end = worker?.terminate()
      if (kind === 'while nobody asks') await end
      expect(await Promise.all(Array.from({ length: 8 }, count)), `${kind} ${number}`).toEqual(Array(8).fill(500))
      expect(await count()).toBe(500)
    }
})

test('what is written after the following thread has ended is in the next list', { timeout: 120_000 }, async () => {
  await inThreads()
  expect(await count()).toBe(500)
  await started[0]?.terminate()
  const { siteId } = world()
  const { id } = await seed(Case, {
    ...Case.example,
    siteId,
    patientId: (await seed(Patient, { ...Patient.example, siteId, memberNumber: 'M-2' })).id,
  })
  expect(await count()).toBe(501)
  expect(await askIds(Case, { conditions: [] }, asker)).toContain(id)
})

test('rows that are read page by page do not end early when their thread ends: that is an error', {
  timeout: 120_000,
}, async () => {
  await inThreads()
  await count()
  const rows = askRows(Case, { conditions: [] }, asker, 50)
  expect((await rows.next()).value).toHaveLength(50)
  for (const worker of started.slice(1)) await worker.terminate()
  await expect(rows.next()).rejects.toThrow('ended')
  expect(await exported({ conditions: [] })).toHaveLength(501)
})

test('a reading that is broken off keeps no statement open', { timeout: 120_000 }, async () => {
  await inThreads()
  for (let round = 0; round < 20; round++)
    for await (const page of askRows(Case, { conditions: [] }, asker, 10)) {
      expect(page).toHaveLength(10)
      break
    }
  expect(await count()).toBe(501)
})

test('an error of the store keeps its code on the way out of a thread', { timeout: 120_000 }, async () => {
  await inThreads()
  const { TABLE_NAME: table, DYNAMODB_ENDPOINT: endpoint } = process.env
  Object.assign(process.env, { TABLE_NAME: `${table}-away`, DYNAMODB_ENDPOINT: 'http://127.0.0.1:9' })
  await expect(count()).rejects.toMatchObject({ code: 'ECONNREFUSED' })
  await closeProjections()
  Object.assign(process.env, { TABLE_NAME: table, DYNAMODB_ENDPOINT: endpoint })
})

test('threads keep no process alive that has nothing else to do', { timeout: 120_000 }, async () => {
  await inThreads()
  const path = fileURLToPath(new URL('./scene/askingProcess.ts', import.meta.url))
  const child = spawn(process.execPath, ['--import', 'tsx', '--disable-warning=Warning', path], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let output = ''
  child.stdout.on('data', (text) => (output += text))
  const timer = setTimeout(() => child.kill('SIGKILL'), 30_000)
  const [code, signal] = await once(child, 'exit')
  clearTimeout(timer)
  expect({ code, signal, output }).toEqual({ code: 0, signal: null, output: '501' })
})
