import { expect, test } from 'vitest'
import { runJob } from '#functions/lambdas/jobs.ts'
import { Case } from '#shared/entities/case.ts'
import { Patient } from '#shared/entities/patient.ts'
import { as } from '#test/support/call.ts'
import { diesAfter, useCrashes } from '#test/support/crashes.ts'
import { growCases } from '#test/support/growCases.ts'
import type { Person } from '#test/support/people.ts'
import { seed } from '#test/support/people.ts'
import { expireLease } from '#test/support/stops.ts'
import { useTable } from '#test/support/table.ts'

const world = useTable()
useCrashes()
let count = 0

/** A patient with so many cases. */
async function cases(many: number): Promise<{ filter: { patientId: string }; ids: string[] }> {
  const patient = { ...Patient.example, siteId: world().siteId, memberNumber: `U-${++count}` }
  const { id: patientId } = await seed(Patient, patient)
  await growCases(0, many, { siteId: world().siteId, patientId })
  const filter = { patientId }
  const { body } = await as('officer')('GET /api/cases', undefined, { query: { filter, limit: 200 } })
  return { filter, ids: body.map(({ id }: Case) => id) }
}

const run = (id: string) => runJob(id, Date.now() + 60_000)
const jobOf = async (id: string, person: Person = 'everyone') => (await as(person)(`GET /api/jobs/${id}`)).body

async function changed(body: object, person: Person = 'officer'): Promise<string> {
  const { body: started } = await as(person)('POST /api/cases/bulk', body)
  await run(started.job)
  return started.job
}

const undo = (id: string, person: Person = 'officer') => as(person)(`POST /api/jobs/${id}/actions/undo`)

async function undone(id: string) {
  const { status, body } = await undo(id)
  expect(status).toBe(202)
  await run(body.job)
  return jobOf(body.job)
}

async function values(ids: readonly string[], name: keyof Case) {
  const { body } = await as('officer')('GET /api/cases', undefined, { query: { filter: { id: ids.slice(0, 100) } } })
  return new Map(body.map((record: Case) => [record.id, record[name]]))
}

test('an undo gives every record the value it had before, and says how many', async () => {
  const { filter, ids } = await cases(60)
  await as('officer')(`PATCH /api/cases/${ids[3]}`, { serviceLine: 'plastic', version: 1 })
  await as('officer')(`PATCH /api/cases/${ids[4]}`, { serviceLine: 'dental', version: 1 })
  const before = await values(ids, 'serviceLine')
  const job = await changed({ filter, changes: { serviceLine: 'dental' } })
  expect(await jobOf(job)).toMatchObject({ result: { changed: 59, unchanged: 1 }, undo: {} })
  expect(new Set((await values(ids, 'serviceLine')).values())).toEqual(new Set(['dental']))
  expect(await undone(job)).toMatchObject({ kind: 'undo', done: 59, failed: 0, result: { changed: 59, unchanged: 0 } })
  expect(await values(ids, 'serviceLine')).toEqual(before)
})

test('what others changed since stays as they left it, and is listed with the reason', async () => {
  const { filter, ids } = await cases(4)
  const before = await values(ids, 'serviceLine')
  const job = await changed({ filter, changes: { serviceLine: 'dental' } })
  await as('officer')(`PATCH /api/cases/${ids[0]}`, { serviceLine: 'plastic', version: 2 })
  await as('officer')(`PATCH /api/cases/${ids[1]}`, { summary: 'Waited three hours', version: 2 })
  const result = await undone(job)
  expect(result).toMatchObject({ done: 4, failed: 1, result: { changed: 3 } })
  expect(result.errors).toMatchObject([
    { id: ids[0], refusal: { rule: 'CHANGED_SINCE', parameters: { fields: ['serviceLine'] } } },
  ])
  expect(await values(ids, 'serviceLine')).toEqual(new Map([...before, [ids[0], 'plastic']]))
  expect((await values(ids, 'summary')).get(ids[1])).toBe('Waited three hours')
})

test('people who edit while an undo runs lose nothing', async () => {
  const { filter, ids } = await cases(80)
  const before = await values(ids, 'serviceLine')
  const job = await changed({ filter, changes: { serviceLine: 'dental' } })
  const { body: started } = await undo(job)
  const edit = (id: string) => as('second-officer')(`PATCH /api/cases/${id}`, { serviceLine: 'plastic', version: 2 })
  const [edits] = await Promise.all([Promise.all(ids.slice(20, 60).map(edit)), run(started.job)])
  const kept = ids.slice(20, 60).filter((_, index) => edits[index]?.status === 200)
  const { status, errors, result } = await jobOf(started.job)
  expect(status).toBe('done')
  expect(new Set(errors.map(({ id }: { id: string }) => id))).toEqual(new Set(kept))
  expect(result.changed).toBe(80 - kept.length)
  const after = new Map(ids.map((id) => [id, kept.includes(id) ? 'plastic' : before.get(id)]))
  expect(await values(ids, 'serviceLine')).toEqual(after)
})

test('a job is undone once; an undo that left something may be tried again', async () => {
  const { filter, ids } = await cases(3)
  const job = await changed({ filter, changes: { serviceLine: 'dental' } })
  await as('officer')(`PATCH /api/cases/${ids[0]}`, { serviceLine: 'plastic', version: 2 })
  const both = await Promise.all([undo(job), undo(job)])
  expect(both.map(({ status }) => status).sort()).toEqual([202, 409])
  const [first] = both.filter(({ status }) => status === 202)
  expect((await undo(job)).body.rule).toBe('UNDO_RUNNING')
  await run(first?.body.job)
  expect((await jobOf(job)).undo).toEqual({ job: first?.body.job })
  await as('officer')(`PATCH /api/cases/${ids[0]}`, { serviceLine: 'dental', version: 3 })
  expect(await undone(job)).toMatchObject({ failed: 0, result: { changed: 1, unchanged: 2 } })
  expect((await undo(job)).body.rule).toBe('UNDO_DONE')
  expect((await jobOf(job)).undo).toMatchObject({ refusal: { rule: 'UNDO_DONE' } })
  expect((await undo(first?.body.job)).body.rule).toBe('UNDO_TWICE')
})

test('a request to undo that is sent again starts no second job', async () => {
  const { filter } = await cases(2)
  const job = await changed({ filter, changes: { serviceLine: 'dental' } })
  const send = () => as('officer')(`POST /api/jobs/${job}/actions/undo`, {}, { headers: { 'idempotency-key': job } })
  const [first, again] = [await send(), await send()]
  expect(again).toMatchObject({ status: 202, body: first.body })
})

test('a step is not undone, nor a job that changed nothing or still runs', async () => {
  const { filter, ids } = await cases(2)
  const body = { how: 'by phone', contactPerson: 'Huda Nasser' }
  const step = await changed({ ids, action: 'acknowledge', body })
  expect((await undo(step)).body.rule).toBe('UNDO_STEP')
  await changed({ filter, changes: { serviceLine: 'dental' } })
  expect((await undo(await changed({ filter, changes: { serviceLine: 'dental' } }))).body.rule).toBe('UNDO_NOTHING')
  const { body: running } = await as('officer')('POST /api/cases/bulk', { filter, changes: { serviceLine: 'plastic' } })
  expect((await undo(running.job)).body.rule).toBe('JOB_RUNNING')
})

test('its maker and administrators undo a job; others do not see it, and an auditor only looks on', async () => {
  const { filter } = await cases(2)
  const job = await changed({ filter, changes: { serviceLine: 'dental' } })
  expect((await undo(job, 'second-officer')).status).toBe(404)
  expect(await undo(job, 'auditor')).toMatchObject({ status: 403, body: { rule: 'ROLE' } })
  expect((await jobOf(job, 'auditor')).undo).toMatchObject({ refusal: { rule: 'ROLE' } })
  expect((await undo(job, 'admin')).status).toBe(202)
})

test('an undo that dies before any of its writes changes each record once all the same', {
  timeout: 120_000,
}, async () => {
  const { filter, ids } = await cases(50)
  const before = await values(ids, 'serviceLine')
  for (let writes = 0; ; writes++) {
    const job = await changed({ filter, changes: { serviceLine: 'plastic' } })
    const { body } = await undo(job)
    const isDead = await diesAfter(writes, () => run(body.job))
    await expireLease(body.job)
    await run(body.job)
    expect(await jobOf(body.job), `died after ${writes}`).toMatchObject({ status: 'done', result: { changed: 50 } })
    expect(await values(ids, 'serviceLine')).toEqual(before)
    const { body: one } = await as('officer')(`GET /api/cases/${ids[0]}`)
    expect(one.version).toBe(1 + 2 * (writes + 1))
    if (!isDead) break
  }
})

test('a change that was stopped in the middle is undone as far as it went', async () => {
  const { filter, ids } = await cases(120)
  const before = await values(ids, 'serviceLine')
  const { body } = await as('officer')('POST /api/cases/bulk', { filter, changes: { serviceLine: 'plastic' } })
  await diesAfter(4, () => run(body.job))
  await as('officer')(`POST /api/jobs/${body.job}/actions/cancel`)
  await expireLease(body.job)
  await run(body.job)
  const stopped = await jobOf(body.job)
  expect(stopped).toMatchObject({ status: 'cancelled' })
  expect(stopped.result.changed).toBeGreaterThan(0)
  expect((await undone(body.job)).result.changed).toBe(stopped.result.changed)
  expect(await values(ids, 'serviceLine')).toEqual(before)
})

test('an import is undone for the records that it changed; what it added stays', async () => {
  const [tag, siteId] = [`I${++count}`, world().siteId]
  const named = (name: string, number: number) => ({ siteId, name, memberNumber: `${tag}-${number}` })
  const one = await seed(Patient, { ...Patient.example, ...named('Huda Nasser', 1) })
  const lines = ['siteId,name,memberNumber', `${siteId},Huda Salem,${tag}-1`, `${siteId},Lina Aziz,${tag}-2`]
  const body = { file: lines.join('\n'), mode: 'upsert', key: 'siteId+memberNumber' }
  const { body: started } = await as('everyone')('POST /api/patients/import', body)
  await run(started.job)
  expect(await jobOf(started.job)).toMatchObject({ result: { inserted: 1, updated: 1 }, undo: {} })
  const { body: back } = await undo(started.job, 'everyone')
  await run(back.job)
  expect(await jobOf(back.job)).toMatchObject({ status: 'done', done: 1, failed: 0 })
  expect((await as('everyone')(`GET /api/patients/${one.id}`)).body.name).toBe('Huda Nasser')
  const query = { filter: { memberNumber: `${tag}-2` } }
  expect((await as('everyone')('GET /api/patients', undefined, { query })).body).toHaveLength(1)
})

test('refusals are read page by page, each once', async () => {
  const ids = Array.from(
    { length: 1200 },
    (_, number) => `case_01ARZ3NDEKTSV4RRFFQ6${String(number).padStart(4, '0')}AA`,
  )
  const job = await changed({ ids, changes: { serviceLine: 'dental' } })
  const seen: string[] = []
  let next: number | undefined = -1
  while (next !== undefined) {
    const { body } = await as('officer')(`GET /api/jobs/${job}?refusedAfter=${next}`)
    expect(body.failed).toBe(1200)
    seen.push(...body.errors.map(({ id }: { id: string }) => id))
    next = body.refusedNext
  }
  expect(seen).toEqual(ids)
})

test('a preview says how many have the value already, and shows the field of the first', async () => {
  const { filter, ids } = await cases(12)
  await changed({ ids: ids.slice(0, 5), changes: { serviceLine: 'dental', channel: 'web' } })
  const look = async (body: object) => (await as('officer')('POST /api/cases/bulk', { ...body, dryRun: true })).body
  expect(await look({ filter, changes: { serviceLine: 'dental' } })).toMatchObject({ matched: 12, unchanged: 5 })
  expect(await look({ filter, changes: { serviceLine: null } })).toMatchObject({ matched: 12, unchanged: 7 })
  expect(await look({ ids: ids.slice(3), changes: { channel: 'web' } })).toMatchObject({ matched: 9, unchanged: 2 })
  const { sample, unchanged } = await look({ filter, changes: { summary: 'Long wait' } })
  expect([unchanged, sample.every(({ summary }: Case) => summary === Case.example.summary)]).toEqual([undefined, true])
})

test('a list that changed since the preview is said with both numbers, and nothing is changed', async () => {
  const { filter, ids } = await cases(3)
  const late = { filter, changes: { serviceLine: 'dental' }, expectedCount: 2 }
  const { status, body } = await as('officer')('POST /api/cases/bulk', late)
  expect([status, body.message]).toEqual([409, '3 records match now, not 2. Nothing was changed; look again.'])
  expect([...(await values(ids, 'serviceLine')).values()]).not.toContain('dental')
})
