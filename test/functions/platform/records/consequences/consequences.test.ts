import { beforeAll, describe, expect, test } from 'vitest'
import { runDeadlines } from '#functions/cases/deadlines.ts'
import { sweep } from '#functions/lambdas/events.ts'
import { contextFor, product } from '#functions/platform/http/context.ts'
import { resendDeadLetter, writeDeadLetter } from '#functions/platform/jobs/deadLetters.ts'
import { tickLeaseMs } from '#functions/platform/jobs/tick.ts'
import { derivedId } from '#functions/platform/records/ids.ts'
import { tickKey } from '#functions/platform/store/keys.ts'
import { takeLease } from '#functions/platform/store/lease.ts'
import { getAnyRecord } from '#functions/platform/store/read.ts'
import { verifyAudit } from '#functions/system/operations.ts'
import type { RecordValues } from '#shared/declaration/entity.ts'
import { Case } from '#shared/entities/case.ts'
import { DeadLetter } from '#shared/entities/deadLetter.ts'
import { Patient } from '#shared/entities/patient.ts'
import { Site } from '#shared/entities/site.ts'
import { noticesAbout, receivedCase } from '#test/functions/cases/scene.ts'
import {
  type AgreementScene,
  agreement,
  approvedFiles,
  fileAt,
  openBatch,
  step,
  visit,
} from '#test/functions/settlements/scene.ts'
import { as } from '#test/support/call.ts'
import { diesAfter, useCrashes } from '#test/support/crashes.ts'
import { useFiles } from '#test/support/files.ts'
import { type Person, seed } from '#test/support/people.ts'
import { useTable } from '#test/support/table.ts'
import { pdfOf, upload } from '#test/support/uploads.ts'
import { profilePaths, type WritePath } from './writePaths.ts'

const world = useTable()
useFiles()
useCrashes()
let terms: AgreementScene
beforeAll(async () => {
  terms = await agreement()
})

const take = (person: Person, id: string, name: string, body: object = {}) =>
  as(person)(`POST /api/${resources[id.split('_')[0] ?? '']}/${id}/actions/${name}`, body)
const resources: Readonly<Record<string, string>> = {
  ...{ batch: 'batches', case: 'cases', patient: 'patients', file: 'settlement-files' },
}

const delivery = { channel: 'portal', outcome: 'delivered', receiptNo: 'R-1' }
const reason = { reason: 'The wrong month' }

/** More files than one transaction takes. */
const many = 22

/** Approved files, and a batch that they are in, if its steps say so. */
const batch =
  (count: number, ...steps: readonly (readonly [Person, string, object?])[]) =>
  async () => {
    const fileIds = await approvedFiles(world(), count, terms)
    const id = await openBatch(world(), terms)
    for (const [person, name, body = { fileIds }] of steps) await take(person, id, name, body)
    await sweep()
    return [id, ...fileIds]
  }
const added = ['insurance-clerk', 'add'] as const
const sealed = ['insurance-clerk', 'seal', {}] as const

/** Takes a step of a batch and lets the files follow. */
const batchStep =
  (person: Person, name: string, body: object) =>
  async ([id = '']: readonly string[]) => {
    await take(person, id, name, body)
    await sweep()
  }

let members = 0
const patient = async () =>
  (await seed(Patient, { ...Patient.example, siteId: world().siteId, memberNumber: `C-${++members}` })).id
const twoPatients = async () => [await patient(), await patient()]
const twoCases = async () => {
  const values = { ...Case.example, siteId: world().siteId, patientId: await patient() }
  return [(await seed(Case, values)).id, (await seed(Case, values)).id]
}
const merge = ([first = '', second = '']: readonly string[]) => take('officer', first, 'merge', { intoId: second })
const merged = (two: () => Promise<string[]>) => async () => {
  const ids = await two()
  await merge(ids)
  return ids
}
const unmerge = ([first = '']: readonly string[]) => take('officer', first, 'unmerge')

const monday = '2026-03-02T07:00:00.000Z'
/** The tick of deadlines a week after it was due, under a lease of its own: as one of several schedulers runs it. */
const deadlines = async () => {
  const lease = await takeLease(tickKey(`deadlines ${crypto.randomUUID()}`), tickLeaseMs)
  if (!lease) throw new Error('Nobody else has this lease')
  await runDeadlines({ context: contextFor(product, 'tick', '2026-03-10T09:00:00.000Z', 'tick'), lease })
}

const event = { version: 1, resource: 'payers', action: 'create', changed: [], at: monday, actorId: 'redress' }
const mended = { name: 'open-case', resource: 'payers', handle: async () => {} }
const giveUp = (id: string) =>
  writeDeadLetter({ ...event, id, eventId: `${id}#1` }, { ...failure, consumer: mended.name })
const failure = { attempts: 12, firstFailedAt: monday, lastFailedAt: monday, reason: 'TimeoutError' }

const paths: readonly WritePath[] = [
  {
    name: 'files added to a batch',
    prepare: batch(many),
    act: ([id = '', ...fileIds]) => take('insurance-clerk', id, 'add', { fileIds }),
    shown: ['status', 'fileCount', 'payerShareMinor', 'stage'],
  },
  {
    name: 'files taken out of a batch',
    prepare: batch(many, added),
    act: ([id = '', ...fileIds]) => take('insurance-clerk', id, 'remove', { fileIds }),
    shown: ['status', 'fileCount', 'payerShareMinor', 'stage', 'batchId'],
  },
  {
    name: 'a batch sealed',
    prepare: batch(2, added),
    act: batchStep('insurance-clerk', 'seal', {}),
    shown: ['status', 'fileCount', 'sealedBy', 'approverIds', 'stage'],
  },
  {
    name: 'a batch delivered, and its files after it',
    prepare: batch(many, added, sealed),
    act: batchStep('delegate', 'deliver', delivery),
    shown: ['status', 'stage', 'deliveredBy', 'holderId'],
  },
  {
    name: 'a batch acknowledged, and its files after it',
    prepare: batch(2, added, sealed, ['delegate', 'deliver', delivery]),
    act: batchStep('delegate', 'acknowledge', { reference: 'ACK-1' }),
    shown: ['status', 'stage', 'deliveredBy'],
  },
  {
    name: 'a batch voided, and its files free again',
    prepare: batch(2, added, sealed, ['services-manager', 'void', reason]),
    act: batchStep('accounts-supervisor', 'void', reason),
    shown: ['status', 'stage', 'batchId'],
  },
  { name: 'cases merged', prepare: twoCases, act: merge, shown: ['status'] },
  { name: 'cases parted again', prepare: merged(twoCases), act: unmerge, shown: ['status', 'mergedIds'] },
  { name: 'patients merged', prepare: twoPatients, act: merge, shown: [] },
  { name: 'patients parted again', prepare: merged(twoPatients), act: unmerge, shown: ['mergedIds'] },
  {
    name: 'a case marked as major, and the director told',
    prepare: async () => [await receivedCase(world().siteId, new Date().toISOString())],
    act: ([id = '']) => take('officer', id, 'mark-major', { reasons: ['hospital-incident'] }),
    shown: ['severity', 'majorReasons'],
  },
  {
    name: 'the alarms of a case that a tick missed for a week',
    prepare: async () => [await receivedCase(world().siteId, monday, { ownerId: world().userIds.officer })],
    act: deadlines,
    shown: ['status'],
  },
  {
    name: 'the digest of a site that a tick missed for a week',
    prepare: async () => {
      const { id } = await seed(Site, { ...Site.example, code: `D${++members}` }, {}, monday)
      await receivedCase(id, monday, { receivedAt: '2026-01-10T08:00:00.000Z' })
      return [id]
    },
    act: deadlines,
    shown: [],
  },
  {
    name: 'documents attached to a file, and their uploads used up',
    prepare: async () => {
      const { id } = await fileAt('opened', await visit(world(), terms))
      await step('insurance-clerk', 'settlement-files', id, 'request-record')
      return [id, await upload('insurance-clerk', pdfOf('A report'))]
    },
    act: ([id = '', uploadId]) =>
      take('insurance-clerk', id, 'receive-record', { documents: [{ kind: 'medicalReport', uploadId }] }),
    shown: ['stage', 'status'],
  },
  ...profilePaths,
  {
    name: 'a dead letter, and the administrators told',
    prepare: async () => [`payer_${++members}`],
    act: ([id = '']) => giveUp(id),
    shown: [],
  },
  {
    name: 'a dead letter sent again and solved',
    prepare: async () => {
      const id = `payer_${++members}`
      await giveUp(id)
      const letterId = derivedId(DeadLetter, 'open-case', `${id}#1`)
      await as('admin')(`POST /api/dead-letters/${letterId}/actions/resend`, {})
      return [letterId]
    },
    act: ([id = '']) => resendDeadLetter([mended], { ...event, id, eventId: `${id}#2` }),
    shown: ['status', 'attempts'],
  },
]

/** How the records of a path stand: their versions, some of their values, and what was said about them. */
async function standing(ids: readonly string[], shown: readonly string[]) {
  const aliases = new Map(ids.map((id, index) => [id, `record ${index}`]))
  const said = (value: unknown) => JSON.parse(JSON.stringify(value ?? null), (_, each) => aliases.get(each) ?? each)
  return Promise.all(
    ids.map(async (id) => {
      const record: RecordValues = (await getAnyRecord(id, { consistent: true }))?.record ?? {}
      const values = Object.fromEntries(['version', ...shown].map((name) => [name, said(record[name])]))
      return { ...values, notices: await noticesAbout(id) }
    }),
  )
}

describe.each(paths)('$name', ({ prepare, act, shown }) => {
  let whole: unknown
  beforeAll(async () => {
    const ids = await prepare()
    await act(ids)
    whole = await standing(ids, shown)
    await act(ids)
    expect(await standing(ids, shown), 'done again').toEqual(whole)
  }, 120_000)

  test('ends alike wherever a process died, once it is done again', { timeout: 240_000 }, async () => {
    for (let writes = 0, isDead = true; isDead; writes++) {
      const ids = await prepare()
      isDead = await diesAfter(writes, () => act(ids))
      await act(ids)
      expect(await standing(ids, shown), `dead after ${writes} writes`).toEqual(whole)
    }
  })

  test('ends alike when several do it at once', { timeout: 120_000 }, async () => {
    const ids = await prepare()
    await Promise.all([act(ids), act(ids), act(ids)])
    await act(ids)
    expect(await standing(ids, shown)).toEqual(whole)
  })
})

test('the history of all of it holds', { timeout: 120_000 }, async () => {
  for await (const finding of verifyAudit()) expect(finding).toBeUndefined()
})
