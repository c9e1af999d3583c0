import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { runJob } from '#functions/lambdas/jobs.ts'
import { languages } from '#shared/entities/choices.ts'
import { as } from '#test/support/call.ts'
import { useFiles } from '#test/support/files.ts'
import type { Person } from '#test/support/people.ts'
import { useTable } from '#test/support/table.ts'
import { answered, askErasure, filed, fullPatient, secrets, secretsIn, useListsOnDisk } from './scene.ts'

const world = useTable()
useFiles()
useListsOnDisk()

async function exported(person: Person, patientId: string, body: object) {
  const started = await as(person)(`POST /api/patients/${patientId}/actions/export`, body)
  if (started.status !== 202) return { started }
  await runJob(started.body.job, Date.now() + 60_000)
  const { body: job } = await as(person)(`GET /api/jobs/${started.body.job}`)
  const bytes = Buffer.from(await (await fetch(job.result.url)).arrayBuffer())
  return { started, job, bytes }
}

test('everything held on a patient is one file, with its history, and the export is history itself', async () => {
  const { patientId, encounterId, deletedId, messageId } = await fullPatient(world())
  await answered(encounterId)
  const { uploadId } = await filed(world(), patientId)
  const { job, bytes } = await exported('director', patientId, { format: 'json' })
  expect(job).toMatchObject({ status: 'done', result: { format: 'json', bytes: bytes?.length } })
  expect(
    createHash('sha256')
      .update(bytes ?? '')
      .digest('hex'),
  ).toBe(job.result.sha256)
  const { records, history } = JSON.parse(bytes?.toString() ?? '')
  for (const id of [patientId, encounterId, deletedId, messageId, uploadId]) {
    expect(
      Object.values(records)
        .flat()
        .map((record) => (record as { id: string }).id),
    ).toContain(id)
    expect(history.map(({ recordId }: { recordId: string }) => recordId)).toContain(id)
  }
  const { document: _document, reason: _reason, ...told } = secrets
  expect(secretsIn(bytes?.toString() ?? '').map((found) => found.split(' ')[0])).toEqual(
    expect.arrayContaining(Object.keys(told)),
  )
  expect(secretsIn(JSON.stringify(job))).toEqual([])
  const query = { filter: { recordId: patientId } }
  const { body: entries } = await as('auditor')('GET /api/history', undefined, { query })
  expect(entries[0]).toMatchObject({ action: 'export', actorName: 'Test director' })
})

test.each(languages)('the same is written as a paper in %s', { timeout: 60_000 }, async (paperLanguage) => {
  const { patientId } = await fullPatient(world(), { ...secrets, memberNumber: `P-${paperLanguage}` })
  const { job, bytes } = await exported('admin', patientId, { format: 'pdf', paperLanguage })
  expect(job).toMatchObject({ status: 'done', result: { format: 'pdf' } })
  expect(bytes?.subarray(0, 5).toString()).toBe('%PDF-')
})

test.each(['officer', 'unit-manager', 'auditor'] as const)('a %s exports nobody', async (person) => {
  const { patientId } = await fullPatient(world(), { ...secrets, memberNumber: `P-${person}` })
  expect((await exported(person, patientId, { format: 'json' })).started.body.rule).toBe('ROLE')
})

test('nobody is exported who is being erased', async () => {
  const { patientId } = await fullPatient(world(), { ...secrets, memberNumber: 'P-erased' })
  await askErasure(patientId)
  expect((await exported('admin', patientId, { format: 'json' })).started.body.rule).toBe('ERASURE_RUNS')
})
