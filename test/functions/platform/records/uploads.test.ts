import { createHash } from 'node:crypto'
import { beforeAll, expect, test } from 'vitest'
import { env } from '#functions/platform/aws/env.ts'
import { copyFile, getFile, putFile } from '#functions/platform/aws/files.ts'
import { arrivingKey, keptKey } from '#functions/platform/records/files/fileKeys.ts'
import { as } from '#test/support/call.ts'
import { useFiles } from '#test/support/files.ts'
import { useTable } from '#test/support/table.ts'
import { announce, announcementOf, pdfOf, put, upload } from '#test/support/uploads.ts'
import { type AgreementScene, agreement, fileAt, read, step, visit } from '../../settlements/scene.ts'

const world = useTable()
useFiles()
let terms: AgreementScene
beforeAll(async () => {
  terms = await agreement()
})

/** A new file that waits for its documents. */
async function waitingFile(): Promise<string> {
  const { id } = await fileAt('opened', await visit(world(), terms))
  await step('insurance-clerk', 'settlement-files', id, 'request-record')
  return id
}
const receive = (id: string, ...uploadIds: string[]) =>
  step('insurance-clerk', 'settlement-files', id, 'receive-record', {
    documents: uploadIds.map((uploadId) => ({ kind: 'medicalReport', uploadId })),
  })
const open = (id: string, n: number) => as('accountant')(`GET /api/settlement-files/${id}/files/${n}`)

test('a document is sent, attached, kept under the record and opened; each is history', async () => {
  const bytes = pdfOf('A report of 12 pages')
  const id = await waitingFile()
  const uploadId = await upload('insurance-clerk', bytes, 'تقرير.pdf')
  const { body: file } = await receive(id, uploadId)
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  expect(file).toMatchObject({
    stage: 'record-received',
    documents: [{ file: 'تقرير.pdf', bytes: bytes.length, sha256 }],
  })
  const opened = await open(id, 1)
  expect(opened.body).toMatchObject({ name: 'تقرير.pdf', sha256 })
  expect(Buffer.from(await (await fetch(opened.body.url)).arrayBuffer())).toEqual(bytes)
  const query = { filter: { recordId: uploadId } }
  const { body: entries } = await as('auditor')('GET /api/history', undefined, { query })
  expect(entries.map(({ action, actorName }: Record<string, string>) => [action, actorName])).toEqual([
    ['open-file', 'Test accountant'],
    ['use', 'Test insurance-clerk'],
    ['create', 'Test insurance-clerk'],
  ])
})

test.each([
  ['another size', pdfOf('longer than announced'), {}, 403],
  ['another type', pdfOf('as it is'), { 'content-type': 'image/png' }, 403],
  ['another announced checksum', pdfOf('as it is'), { 'x-amz-checksum-sha256': 'AAAA' }, 403],
  ['another content', pdfOf('is as it'), {}, 400],
])('the file store takes no file of %s', async (_, bytes, headers, status) => {
  const announced = await announce('insurance-clerk', announcementOf(pdfOf('as it is')))
  expect(await put(announced, bytes, headers)).toBe(status)
  expect(await getFile(arrivingKey(announced.body.id), env.bucket)).toBeUndefined()
  expect((await receive(await waitingFile(), announced.body.id)).body.rule).toBe('UPLOAD_ABSENT')
})

test('a refused file leaves the one that was there', async () => {
  const good = pdfOf('as it is')
  const announced = await announce('insurance-clerk', announcementOf(good))
  expect([await put(announced, good), await put(announced, pdfOf('is as it')), await put(announced, good)]).toEqual([
    200, 400, 200,
  ])
  expect((await receive(await waitingFile(), announced.body.id)).status).toBe(200)
})

test('a renamed program is not a document, and nothing is attached', async () => {
  const program = Buffer.from('MZ\u0090\u0000 a program that says it is a report')
  const id = await waitingFile()
  const answer = await receive(id, await upload('insurance-clerk', program))
  expect(answer).toMatchObject({
    status: 422,
    body: { rule: 'UPLOAD_TYPE', message: expect.stringContaining('report.pdf') },
  })
  expect(await read(id)).not.toHaveProperty('documents')
})

test.each([
  [{ sha256: 'ABC' }, { sha256: { rule: 'NOT_A_CHECKSUM' } }],
  [{ type: 'application/x-msdownload' }, { type: { rule: 'NOT_IN_LIST' } }],
  [{ bytes: 0 }, { bytes: { rule: 'TOO_SMALL' } }],
])('what cannot be a document is refused when it is announced: %j', async (change, rule) => {
  const { body } = await announce('insurance-clerk', { ...announcementOf(pdfOf('a')), ...change })
  expect(body.issues).toMatchObject(rule)
})

test('a document of 26 MB is refused when it is announced, with a sentence', async () => {
  const { body } = await announce('insurance-clerk', { ...announcementOf(pdfOf('a')), bytes: 26_000_000 })
  expect(body).toMatchObject({ rule: 'UPLOAD_LARGE', status: 422, message: expect.stringContaining('25 MB') })
})

test('a file serves one record only, even when two steps name it at once', async () => {
  const uploadId = await upload('insurance-clerk', pdfOf('once'))
  const ids = [await waitingFile(), await waitingFile(), await waitingFile()]
  const statuses = (await Promise.all(ids.map((id) => receive(id, uploadId)))).map(({ status }) => status)
  expect(statuses.filter((status) => status === 200)).toHaveLength(1)
  expect(statuses.every((status) => [200, 409, 412].includes(status))).toBe(true)
  const again = await receive(await waitingFile(), uploadId)
  expect(again).toMatchObject({ status: 409, body: { rule: 'UPLOAD_USED' } })
})

test('a step names a file twice, one of another person, or one that never came: refused', async () => {
  const id = await waitingFile()
  const own = await upload('insurance-clerk', pdfOf('own'))
  const foreign = await upload('accountant', pdfOf('foreign'))
  const { body: never } = await announce('insurance-clerk', announcementOf(pdfOf('never')))
  const rules = [await receive(id, own, own), await receive(id, foreign), await receive(id, never.id)]
  expect(rules.map(({ body }) => body.rule)).toEqual(['UPLOAD_USED', 'UPLOAD_ABSENT', 'UPLOAD_ABSENT'])
  expect((await receive(id, own)).status).toBe(200)
})

test('a stop between the copy and the step loses nothing: the step is taken again', async () => {
  const id = await waitingFile()
  const uploadId = await upload('insurance-clerk', pdfOf('stopped'))
  await copyFile(arrivingKey(uploadId), keptKey(id, uploadId), env.bucket)
  expect((await receive(id, uploadId)).status).toBe(200)
  expect((await open(id, 1)).status).toBe(200)
})

test('bytes that changed where they lie are noticed by the step', async () => {
  const uploadId = await upload('insurance-clerk', pdfOf('as it was'))
  await putFile(arrivingKey(uploadId), { body: pdfOf('it was as'), type: 'application/pdf', bucket: env.bucket })
  expect((await receive(await waitingFile(), uploadId)).body.rule).toBe('UPLOAD_DIFFERS')
})

test('a document is opened by those who see its record, and a place without one is not found', async () => {
  const id = await waitingFile()
  await receive(id, await upload('insurance-clerk', pdfOf('closed')))
  expect((await as('foreign-clerk')(`GET /api/settlement-files/${id}/files/1`)).body.rule).toBe('NOT_FOUND')
  const rules = [await open(id, 2), await open(id, 0), await open(id, Number.NaN)].map(({ body }) => body.rule)
  expect(rules).toEqual(['FILE_ABSENT', 'FILE_ABSENT', 'FILE_ABSENT'])
})

test('documents are added later by those who work on the file, and the announcement is repeated by its key', async () => {
  const { id } = await fileAt('estimated', await visit(world(), terms))
  const headers = { 'idempotency-key': 'one-file' }
  const ask = () => as('accountant')('POST /api/uploads', announcementOf(pdfOf('late')), { headers })
  const [first, second] = [await ask(), await ask()]
  expect(second.body.id).toBe(first.body.id)
  await put(second, pdfOf('late'))
  const documents = [{ kind: 'approval', uploadId: first.body.id }]
  const { body } = await step('accountant', 'settlement-files', id, 'add-documents', { documents })
  expect(body).toMatchObject({ stage: 'estimated', documents: [{}, {}, { kind: 'approval', file: 'report.pdf' }] })
})
