import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { contextFor, product } from '#functions/platform/http/context.ts'
import { askRows, closeProjections } from '#functions/platform/projection/ask.ts'
import { planned } from '#functions/platform/records/change.ts'
import { saveMany } from '#functions/platform/records/saveMany.ts'
import { getRecords } from '#functions/platform/store/read.ts'
import { everyKey } from '#functions/platform/store/scan.ts'
import { Case } from '#shared/entities/case.ts'
import { Patient } from '#shared/entities/patient.ts'
import { growCases } from '#test/support/growCases.ts'
import { seed } from '#test/support/people.ts'
import { useTable } from '#test/support/table.ts'
import { actors } from './scene/sampleRecords.ts'

const isFull = process.env.REDRESS_FULL === '1'
const kills = isFull ? 300 : 5

const world = useTable()
const folder = mkdtempSync(join(tmpdir(), 'redress-lists-'))
let patientId: string
let follower: ChildProcess | undefined

beforeAll(async () => {
  process.env.PROJECTION_FOLDER = folder
  patientId = (await seed(Patient, { ...Patient.example, siteId: world().siteId })).id
  await growCases(0, 400, { siteId: world().siteId, patientId })
})
afterAll(async () => {
  follower?.kill('SIGKILL')
  await closeProjections()
  rmSync(folder, { recursive: true, force: true })
})

async function startFollower(): Promise<ChildProcess> {
  const started = fork(new URL('./scene/followingProcess.ts', import.meta.url), {
    execArgv: ['--import', 'tsx', '--disable-warning=Warning'],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  await once(started, 'message')
  return started
}

/** Adds cases, and changes some of those that there are. */
async function write(round: number): Promise<void> {
  const from = 400 + round * 20
  await growCases(from, from + 20, { siteId: world().siteId, patientId })
  const context = contextFor(product, 'demo', new Date().toISOString(), 'test')
  const some = (await tableRecords()).filter((_, index) => index % 40 === round % 40)
  const changes = await Promise.all(
    some.map((stored) => planned(context, Case, stored, { disputedMinor: round, currency: 'SAR' }, 'update')),
  )
  await saveMany(
    context,
    changes.flatMap((change) => change ?? []),
  )
}

/** Every case as it stands in the table. */
async function tableRecords() {
  const ids: string[] = []
  for await (const { pk, sk } of everyKey()) if (pk.startsWith('case_') && sk === 'A') ids.push(pk)
  return getRecords(Case, ids, { consistent: true })
}

async function listedRows(): Promise<Map<string, unknown>> {
  const [actor] = actors
  const rows = new Map<string, unknown>()
  if (!actor) throw new Error('Nobody asks')
  for await (const page of askRows(Case, { conditions: [] }, { actor }, 1000))
    for (const row of page) rows.set(row.id, row)
  return rows
}

test(`a process that is killed ${kills} times while it writes its file leaves no wrong list behind`, {
  timeout: 3_600_000,
}, async () => {
  for (let round = 0; round < kills; round++) {
    follower = await startFollower()
    const writing = write(round)
    await new Promise((done) => setTimeout(done, Math.random() * 900))
    const end = once(follower, 'exit')
    follower.kill('SIGKILL')
    await Promise.all([end, writing])
    const rows = await listedRows()
    const records = await tableRecords()
    expect(rows.size).toBe(records.length)
    for (const { record } of records) expect(record).toMatchObject(rows.get(record.id) ?? { id: 'listed' })
    if (round % 2 === 0) await closeProjections()
  }
})
