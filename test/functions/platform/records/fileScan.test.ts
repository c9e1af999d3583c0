import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { runJob } from '#functions/lambdas/jobs.ts'
import { env } from '#functions/platform/aws/env.ts'
import { signedFetch } from '#functions/platform/aws/signed.ts'
import { arrivingKey, keptKey } from '#functions/platform/records/files/fileKeys.ts'
import { Site } from '#shared/entities/site.ts'
import { as } from '#test/support/call.ts'
import { useFiles } from '#test/support/files.ts'
import { useTable } from '#test/support/table.ts'
import { pdfOf, upload, uploadTable } from '#test/support/uploads.ts'
import { type AgreementScene, agreement, fileAt, step, visit } from '../../settlements/scene.ts'

const world = useTable()
useFiles()
let terms: AgreementScene
beforeAll(async () => {
  terms = await agreement()
})
beforeEach(() => {
  process.env.FILE_SCAN = 'on'
})
afterAll(() => {
  delete process.env.FILE_SCAN
})

/** Writes the tag by which GuardDuty says how a scan ended. */
async function scanned(key: string, status: string): Promise<void> {
  const url = new URL(`${env.endpoint('S3')}/${env.bucket}/${key}?tagging=`)
  const tag = `<Tag><Key>GuardDutyMalwareScanStatus</Key><Value>${status}</Value></Tag>`
  const body = `<Tagging><TagSet>${tag}</TagSet></Tagging>`
  const answer = await signedFetch('s3', url, { method: 'PUT', body, headers: { 'content-type': 'application/xml' } })
  expect(answer.ok).toBe(true)
}

/** A settlement file with one document. */
async function attached() {
  const { id } = await fileAt('opened', await visit(world(), terms))
  await step('insurance-clerk', 'settlement-files', id, 'request-record')
  const uploadId = await upload('insurance-clerk', pdfOf('a report'))
  const documents = [{ kind: 'medicalReport', uploadId }]
  expect((await step('insurance-clerk', 'settlement-files', id, 'receive-record', { documents })).status).toBe(200)
  return {
    key: keptKey(id, uploadId),
    uploadId,
    open: () => as('accountant')(`GET /api/settlement-files/${id}/files/1`),
  }
}

const openings = async (recordId: string) => {
  const { body } = await as('auditor')('GET /api/history', undefined, { query: { filter: { recordId } } })
  return body.filter(({ action }: { action: string }) => action === 'open-file')
}

test('a document that waits for its scan is not opened, and opens once nothing was found', async () => {
  const { key, uploadId, open } = await attached()
  expect(await open()).toMatchObject({
    status: 409,
    body: { rule: 'FILE_SCANNING', message: expect.stringContaining('report.pdf') },
  })
  expect(await openings(uploadId)).toEqual([])
  await scanned(key, 'NO_THREATS_FOUND')
  expect((await open()).body).toMatchObject({ scan: 'clean' })
  expect(await openings(uploadId)).toHaveLength(1)
})

test.each([
  ['THREATS_FOUND', 'FILE_INFECTED'],
  ['UNSUPPORTED', 'FILE_UNSCANNED'],
  ['FAILED', 'FILE_UNSCANNED'],
])('a document whose scan ended with %s stays closed', async (status, rule) => {
  const { key, uploadId, open } = await attached()
  await scanned(key, status)
  expect(await open()).toMatchObject({ status: 409, body: { rule } })
  expect(await openings(uploadId)).toEqual([])
})

test('where nobody scans, a document opens and says so', async () => {
  delete process.env.FILE_SCAN
  const { open } = await attached()
  expect((await open()).body).toMatchObject({ scan: 'not-scanned' })
})

test('a clean file that arrived does not vouch for its copy', async () => {
  const { id } = await fileAt('opened', await visit(world(), terms))
  await step('insurance-clerk', 'settlement-files', id, 'request-record')
  const uploadId = await upload('insurance-clerk', pdfOf('tagged before'))
  await scanned(arrivingKey(uploadId), 'NO_THREATS_FOUND')
  await step('insurance-clerk', 'settlement-files', id, 'receive-record', {
    documents: [{ kind: 'medicalReport', uploadId }],
  })
  expect((await as('accountant')(`GET /api/settlement-files/${id}/files/1`)).body.rule).toBe('FILE_SCANNING')
})

test('an import waits for the scan of its file, and fails when something was found', async () => {
  const start = async (number: string) => {
    const text = `siteId,name,memberNumber\n${Site.example.code},Noor,${number}`
    const uploadId = await uploadTable('officer', text)
    const { body } = await as('officer')('POST /api/patients/import', { uploadId, mode: 'insert' })
    await runJob(body.job, Date.now() + 30_000)
    const state = async () => (await as('officer')(`GET /api/jobs/${body.job}`)).body
    expect((await state()).isActive).toBe(true)
    const end = async (status: string) => {
      await scanned(arrivingKey(uploadId), status)
      await runJob(body.job, Date.now() + 30_000)
      return state()
    }
    return end
  }
  expect(await (await start('SC-1'))('NO_THREATS_FOUND')).toMatchObject({ status: 'done', result: { inserted: 1 } })
  expect(await (await start('SC-2'))('THREATS_FOUND')).toMatchObject({
    status: 'failed',
    errors: [{ refusal: { rule: 'FILE_INFECTED' } }],
  })
})
