import { expect, test } from 'vitest'
import { sweep } from '#functions/lambdas/events.ts'
import { runJob } from '#functions/lambdas/jobs.ts'
import { Patient } from '#shared/entities/patient.ts'
import { as } from '#test/support/call.ts'
import { filesBelow, useFiles } from '#test/support/files.ts'
import { seed } from '#test/support/people.ts'
import { useTable } from '#test/support/table.ts'
import { agreement, consultation, fileAt, openBatch, read, step, visit } from '../settlements/scene.ts'
import { askErasure, erased, secrets, useListsOnDisk } from './scene.ts'

const world = useTable()
const store = useFiles()
useListsOnDisk()

const naming = () => [...filesBelow(store()).values()].filter((bytes) => bytes.toString().includes(secrets.name)).length
const exported = async (id: string) => {
  const { body } = await step('delegate', 'batches', id, 'export', { format: 'csv' })
  await runJob(body.job, Date.now() + 20_000)
  return (await as('delegate')(`GET /api/jobs/${body.job}`)).body
}

test('a claim file goes with a patient in it; the batch keeps its seal and says when the file was removed', async () => {
  const { siteId } = world()
  const { id: patientId } = await seed(Patient, {
    ...Patient.example,
    siteId,
    name: secrets.name,
    memberNumber: 'CL-1',
  })
  const terms = await agreement()
  const own = { class: 'A', encounter: { patientId }, coverage: { patientId } }
  const file = await fileAt('approved', await visit(world(), terms, own), consultation)
  const id = await openBatch(world(), terms)
  await step('insurance-clerk', 'batches', id, 'add', { fileIds: [file.id] })
  const { body: sealed } = await step('insurance-clerk', 'batches', id, 'seal')
  expect(await exported(id)).toMatchObject({ status: 'done', result: { url: expect.any(String) } })
  expect((await askErasure(patientId)).body.rule).toBe('ERASE_LIVE_FILE')
  await step('delegate', 'batches', id, 'deliver', { channel: 'portal', outcome: 'delivered', receiptNo: 'R-1' })
  await sweep()
  expect(naming()).toBe(1)
  expect((await askErasure(patientId)).status).toBe(200)
  await erased(patientId)
  expect(naming()).toBe(0)
  expect(await read(id)).toMatchObject({
    sha256: sealed.sha256,
    totals: sealed.totals,
    exports: [{ format: 'csv', removedAt: expect.any(String) }],
  })
  // Made again, the file has the amounts of the seal and no name.
  expect(await exported(id)).toMatchObject({ status: 'done', result: { batchSha256: sealed.sha256 } })
  expect(naming()).toBe(0)
  // The payer answers all the same, and the file follows its batch.
  await step('delegate', 'batches', id, 'acknowledge', { reference: 'P-77' })
  await sweep()
  expect(await read(file.id)).toMatchObject({ stage: 'acknowledged', patientName: '(erased)' })
})
