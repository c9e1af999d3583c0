import { createHash, randomUUID } from 'node:crypto'
import { beforeAll, expect, test } from 'vitest'
import { runJob } from '#functions/lambdas/jobs.ts'
import { Patient } from '#shared/entities/patient.ts'
import { Site } from '#shared/entities/site.ts'
import { as } from '#test/support/call.ts'
import { useFiles } from '#test/support/files.ts'
import { seed } from '#test/support/people.ts'
import { atEveryCall, expireLease, useStops } from '#test/support/stops.ts'
import { useTable } from '#test/support/table.ts'
import { announcementOf, pdfOf, put, upload, uploadTable } from '#test/support/uploads.ts'
import { type AgreementScene, agreement, fileAt, read, step, visit } from '../../settlements/scene.ts'

const world = useTable()
useFiles()
const stops = useStops()
let terms: AgreementScene
beforeAll(async () => {
  terms = await agreement()
  await seed(Patient, { ...Patient.example, siteId: world().siteId })
})

let count = 0

test('an upload that is announced is announced once, wherever the process stops', { timeout: 120_000 }, async () => {
  const calls = await atEveryCall(stops, {
    scene: async () => ({ key: randomUUID(), bytes: pdfOf(`report ${++count}`), name: `${randomUUID()}.pdf` }),
    act: ({ key, bytes, name }) =>
      as('insurance-clerk')('POST /api/uploads', announcementOf(bytes, name), { headers: { 'idempotency-key': key } }),
    look: async ({ key, bytes, name }, at) => {
      const headers = { 'idempotency-key': key }
      const again = await as('insurance-clerk')('POST /api/uploads', announcementOf(bytes, name), { headers })
      expect([again.status, await put(again, bytes)], at).toEqual([201, 200])
      const { body } = await as('auditor')('GET /api/uploads', undefined, { query: { filter: { name } } })
      expect(body, at).toHaveLength(1)
    },
  })
  expect(calls).toBeGreaterThan(2)
})

test('a document is attached whole or not at all, wherever the process stops', { timeout: 300_000 }, async () => {
  const calls = await atEveryCall(stops, {
    scene: async () => {
      const { id } = await fileAt('opened', await visit(world(), terms))
      await step('insurance-clerk', 'settlement-files', id, 'request-record')
      return { id, uploadId: await upload('insurance-clerk', pdfOf(`document ${++count}`)) }
    },
    act: ({ id, uploadId }) =>
      step('insurance-clerk', 'settlement-files', id, 'receive-record', {
        documents: [{ kind: 'medicalReport', uploadId }],
      }),
    look: async ({ id, uploadId }, at) => {
      expect(await read(id), at).toMatchObject({ stage: 'record-received', documents: [{ uploadId }] })
      const { body } = await as('accountant')(`GET /api/settlement-files/${id}/files/1`)
      expect((await fetch(body.url)).status, at).toBe(200)
      const { body: file } = await as('auditor')(`GET /api/uploads/${uploadId}`)
      expect(file, at).toMatchObject({ status: 'used', usedFor: id })
    },
  })
  expect(calls).toBeGreaterThan(5)
})

test('a file is imported, each row once, wherever the process stops', { timeout: 300_000 }, async () => {
  const calls = await atEveryCall(stops, {
    scene: async () => {
      const [tag, key] = [`S${++count}-`, randomUUID()]
      const rows = [1, 2, 3].map((number) => `${Site.example.code},Stop ${tag},${tag}${number},`)
      const text = ['siteId,name,memberNumber,phone', ...rows, `nowhere,x,${tag}9,`].join('\n')
      return { tag, key, uploadId: await uploadTable('officer', text) }
    },
    act: async ({ key, uploadId }) => {
      const headers = { 'idempotency-key': key }
      const started = await as('officer')('POST /api/patients/import', { uploadId, mode: 'insert' }, { headers })
      if (started.status !== 202) return
      await runJob(started.body.job, Date.now() + 60_000)
      await expireLease(started.body.job)
    },
    look: async ({ tag, key, uploadId }, at) => {
      const headers = { 'idempotency-key': key }
      const { body: started } = await as('officer')(
        'POST /api/patients/import',
        { uploadId, mode: 'insert' },
        { headers },
      )
      await expireLease(started.job)
      await runJob(started.job, Date.now() + 60_000)
      const { body: job } = await as('officer')(`GET /api/jobs/${started.job}`)
      expect(job, at).toMatchObject({ status: 'done', done: 4, failed: 1, result: { inserted: 3, rows: 1 } })
      expect((await fetch(job.result.url)).status, at).toBe(200)
      const query = { filter: { name: `Stop ${tag}` } }
      expect((await as('officer')('GET /api/patients', undefined, { query })).body, at).toHaveLength(3)
    },
  })
  expect(calls).toBeGreaterThan(10)
})

test('the file of an export is there whole or not at all, wherever the process stops', {
  timeout: 300_000,
}, async () => {
  const calls = await atEveryCall(stops, {
    scene: async () =>
      (await as('officer')('POST /api/patients/export', { format: 'pdf', columns: ['name'] })).body.job,
    act: async (id: string) => {
      await expireLease(id)
      await runJob(id, Date.now() + 60_000)
    },
    look: async (id, at) => {
      const { body: job } = await as('officer')(`GET /api/jobs/${id}`)
      expect(job, at).toMatchObject({ status: 'done' })
      const bytes = Buffer.from(await (await fetch(job.result.url)).arrayBuffer())
      expect(createHash('sha256').update(bytes).digest('hex'), at).toBe(job.result.sha256)
    },
  })
  expect(calls).toBeGreaterThan(4)
})
