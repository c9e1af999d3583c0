import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { DynamoDBDocumentClient, ScanCommand } from '@aws-sdk/lib-dynamodb'
import { afterAll, afterEach, beforeAll, vi } from 'vitest'
import { runJob } from '#functions/lambdas/jobs.ts'
import { closeProjections } from '#functions/platform/projection/ask.ts'
import { derivedId } from '#functions/platform/records/ids.ts'
import { unpackedText } from '#functions/platform/store/packing/packed.ts'
import { getAnyRecord, getRecord } from '#functions/platform/store/read.ts'
import type { AnyRecord, Entity, RecordOf } from '#shared/declaration/entity.ts'
import { Case } from '#shared/entities/case.ts'
import { Job } from '#shared/entities/job.ts'
import { Message } from '#shared/entities/message.ts'
import { Statement } from '#shared/entities/statement.ts'
import { as } from '#test/support/call.ts'
import { seed, type World } from '#test/support/people.ts'
import { pdfOf, upload } from '#test/support/uploads.ts'
import { agreement, visit as insuredVisit, step } from '../settlements/scene.ts'
import { invite, published, send, visit } from '../surveys/scene.ts'

/** What tells of the patient of these tests; nothing of it may be found anywhere after an erasure. */
export const secrets = {
  name: 'Zubayda Qasimi',
  arabic: 'زبيدة القاسمي',
  memberNumber: 'ZQ-77341',
  phone: '+966577700341',
  email: 'zubayda.qasimi@example.test',
  notes: 'Prefers to be called after Maghrib.',
  birthDate: '1961-04-17',
  summary: 'The laser burnt my left cheek.',
  narrative: 'Nobody would look at my cheek for two hours.',
  comment: 'My daughter Huriyya waited with me.',
  answer: 'Because Huriyya cried.',
  subject: 'Zubayda, how was your visit?',
  document: 'Report on Zubayda Qasimi, left cheek.',
  policy: 'POL-ZQ-1',
  reason: 'She wrote to us on a card with roses.',
} as const

type Secrets = Readonly<Record<keyof typeof secrets, string>>

/** What tells of somebody else, who stays. */
export const others = Object.fromEntries(
  Object.entries(secrets).map(([name, secret]) => [
    name,
    ['phone', 'email', 'birthDate'].includes(name) ? secret.replace('7', '8').replace('z', 'k') : `Karim ${name}`,
  ]),
) as Secrets

/** Everything there can be about one patient, all of it over; a second case of the patient is deleted. */
export async function fullPatient(world: World, words: Secrets = secrets) {
  const { siteId, userIds } = world
  const { name, arabic, phone, email, notes, birthDate, memberNumber } = words
  const person = { name: `${name} ${arabic}`, memberNumber, phone, email, notes, birthDate, sex: 'female' }
  const { patientId, encounterId } = await visit(siteId, person)
  const complainant = { name, relation: 'self' }
  const matter = { ...Case.example, siteId, patientId, encounterId, summary: words.summary, complainant }
  const { id: deletedId } = await seed(Case, matter)
  await as('director')(`DELETE /api/cases/${deletedId}`)
  const closed = { status: 'closed', closedAt: '2026-11-21T08:00:00.000Z', acknowledgedTo: name, isOpen: undefined }
  const { id: caseId } = await seed(Case, matter, closed)
  const spoken = { caseId, speakerName: name, narrative: words.narrative }
  const facts = { siteId, patientId, takenBy: userIds.officer }
  const { id: statementId } = await seed(Statement, { ...Statement.example, ...spoken }, facts)
  const mail = { ...Message.example, siteId, patientId, subject: words.subject }
  const { id: messageId } = await seed(Message, mail, { to: email, status: 'sent' })
  return { patientId, encounterId, caseId, deletedId, statementId, messageId }
}

/** A survey that the patient answers by a link, with words. */
export async function answered(encounterId: string): Promise<string> {
  const surveyId = await published()
  const [invitation] = await invite(surveyId, { encounterIds: [encounterId], channel: 'link' })
  const token = invitation?.url.slice(invitation.url.lastIndexOf('/') + 1) ?? ''
  const fields = { 'q.overall': '9', 'q.wait': '4', 'q.again': 'no', 'q.why': secrets.answer, lang: 'en' }
  const { status } = await send(token, { ...fields, comment: secrets.comment, submissionId: crypto.randomUUID() })
  if (status >= 400) throw new Error(`The page answered ${status}`)
  return surveyId
}

/** A settlement file of a patient with a document, voided by its two offices. */
export async function filed(world: World, patientId: string): Promise<{ fileId: string; uploadId: string }> {
  const own = { encounter: { patientId }, coverage: { patientId, policyNo: secrets.policy } }
  const { body: file } = await as('insurance-clerk')(
    'POST /api/settlement-files',
    await insuredVisit(world, await agreement(), own),
  )
  await step('insurance-clerk', 'settlement-files', file.id, 'request-record')
  const uploadId = await upload('insurance-clerk', pdfOf(secrets.document), `${secrets.name}.pdf`)
  const documents = [{ kind: 'medicalReport', uploadId }]
  const kept = await step('insurance-clerk', 'settlement-files', file.id, 'receive-record', { documents })
  if (kept.status !== 200) throw new Error(kept.text)
  for (const office of ['accounts-supervisor', 'services-manager'] as const)
    await step(office, 'settlement-files', file.id, 'void', { reason: secrets.reason })
  return { fileId: file.id, uploadId }
}

/** A record as the table has it at this moment. */
export async function recordNow<E extends Entity>(_entity: E, id: string): Promise<RecordOf<E>> {
  const stored = await getAnyRecord(id, { consistent: true })
  if (!stored) throw new Error(`No record ${id}`)
  return stored.record as RecordOf<E>
}

/** Asks for the erasure of a patient. */
export const askErasure = (patientId: string) =>
  as('director')(`POST /api/patients/${patientId}/actions/erase`, { reason: secrets.reason })

/** The job of the erasure of a patient. */
export const erasureJob = (patientId: string): string => derivedId(Job, patientId, 'erasure')

/** Lets some minutes pass; the clock of this process alone is set. */
export const pass = (minutes: number): void => {
  const later = Date.now() + minutes * 60_000
  vi.useFakeTimers({ toFake: ['Date'], now: later })
}

/** Runs the erasure of a patient to its end, with the time that it lets pass. */
export async function erased(patientId: string): Promise<AnyRecord> {
  await runJob(erasureJob(patientId), Date.now() + 600_000)
  pass(5)
  await runJob(erasureJob(patientId), Date.now() + 600_000)
  const stored = await getRecord(Job, erasureJob(patientId), { consistent: true })
  if (stored?.record.status !== 'done') throw new Error(`The erasure is ${stored?.record.status}`)
  return stored.record
}

/** Lists of these tests lie in a folder on the disk, with snapshots in the file store; gives the folder. */
export function useListsOnDisk(): () => string {
  const folder = mkdtempSync(join(tmpdir(), 'redress-lists-'))
  beforeAll(() => {
    Object.assign(process.env, { PROJECTION_FOLDER: folder, SNAPSHOT_BUCKET: 'redress-files' })
  })
  afterEach(() => {
    vi.useRealTimers()
  })
  afterAll(async () => {
    await closeProjections()
    rmSync(folder, { recursive: true, force: true })
  })
  return () => folder
}

/** Every item of the table as text, packed values unpacked. */
export async function everyItem(): Promise<string[]> {
  const client = DynamoDBDocumentClient.from(new DynamoDBClient({ endpoint: process.env.DYNAMODB_ENDPOINT }))
  const texts: string[] = []
  let ExclusiveStartKey: Record<string, unknown> | undefined
  do {
    const page: { Items?: Record<string, unknown>[]; LastEvaluatedKey?: Record<string, unknown> } = await client.send(
      new ScanCommand({ TableName: process.env.TABLE_NAME, ConsistentRead: true, ExclusiveStartKey }),
    )
    texts.push(...(page.Items ?? []).map((item) => JSON.stringify(item, (_, value) => readable(value))))
    ExclusiveStartKey = page.LastEvaluatedKey
  } while (ExclusiveStartKey)
  return texts
}

function readable(value: unknown): unknown {
  if (typeof value === 'object' && value !== null && 'type' in value && 'data' in value)
    return readable(Buffer.from(value.data as number[]))
  if (!(value instanceof Uint8Array)) return value
  try {
    return unpackedText(value) ?? ''
  } catch {
    return Buffer.from(value).toString('latin1')
  }
}

/** The secrets that stand in a text, whatever its case. */
export const secretsIn = (text: string): string[] =>
  Object.entries(secrets).flatMap(([name, secret]) =>
    text.toLowerCase().includes(secret.toLowerCase()) ? [`${name} in ${text.slice(0, 300)}`] : [],
  )
