import { beforeAll, describe, expect, test } from 'vitest'
import { getAnyRecord, getChildren } from '#functions/platform/store/read.ts'
import { verifyAudit } from '#functions/system/operations.ts'
import type { RecordValues } from '#shared/declaration/entity.ts'
import { LedgerEntry } from '#shared/entities/ledgerEntry.ts'
import { SettlementFile } from '#shared/entities/settlementFile.ts'
import type { WritePath } from '#test/functions/platform/records/consequences/writePaths.ts'
import { type AgreementScene, agreement, dayFrom, visit } from '#test/functions/settlements/scene.ts'
import { as } from '#test/support/call.ts'
import { diesAfter, useCrashes } from '#test/support/crashes.ts'
import { seed } from '#test/support/people.ts'
import { useTable } from '#test/support/table.ts'
import { noticesAbout } from '../cases/scene.ts'
import { concededTo, draft, fileNow, judgedCase, offerNow, putLimits, take } from './scene.ts'

const world = useTable()
useCrashes()
let terms: AgreementScene
beforeAll(async () => {
  await putLimits(world())
  terms = await agreement()
})

/** An offer with its case and its patient, after some steps. */
const offer =
  (values: object, ...steps: readonly (readonly [Parameters<typeof take>[0], string, object?])[]) =>
  async () => {
    const caseId = await judgedCase(world())
    const id = await draft('officer', caseId, values)
    for (const [person, name, body] of steps) await take(person, id, name, body)
    return [id, caseId, (await offerNow(id)).patientId ?? '']
  }

/** A write-off of an insured patient that has only to be carried out, with its case, its patient and the file. */
const acceptedWriteOff = async () => {
  const file = await seed(SettlementFile, await visit(world(), terms), {
    ...{ stage: 'adjudicated', totals: { netMinor: 60_000 } },
    ...{ payerAnswer: 'denied-final', payerAnsweredOn: dayFrom(-1), payerPaidMinor: 0 },
  })
  const { patientId } = await fileNow(file.id)
  const caseId = await judgedCase(world(), { patientId, settlementFileId: file.id })
  const values = { remedy: 'write-off', amountMinor: 30_000, payerContractCheck: 'allowed', writeOffReason: 'goodwill' }
  const id = await draft('officer', caseId, values)
  await take('officer', id, 'submit')
  await take('unit-manager', id, 'approve')
  await take('officer', id, 'make', { madeHow: 'By phone' })
  await take('officer', id, 'accept')
  return [id, caseId, patientId ?? '', file.id]
}

const small = { remedy: 'discount', amountMinor: 40_000 }
const large = { remedy: 'discount', amountMinor: 60_000 }
const submit = ['officer', 'submit'] as const
const shown = ['status', 'pendingOffers', 'standingOffers', 'concededMinor', 'writtenOffMinor']

const paths: readonly WritePath[] = [
  {
    name: 'an offer within the own limit',
    prepare: offer(small),
    act: ([id = '']) => take('officer', id, 'submit'),
    shown,
  },
  { name: 'an offer above it', prepare: offer(large), act: ([id = '']) => take('officer', id, 'submit'), shown },
  {
    name: 'an offer approved',
    prepare: offer(large, submit),
    act: ([id = '']) => take('unit-manager', id, 'approve'),
    shown,
  },
  {
    name: 'an approval voided by an edit',
    prepare: offer(small, submit),
    act: async ([id = '']) => {
      const { status, version } = await offerNow(id)
      if (status === 'approved') await as('officer')(`PATCH /api/offers/${id}`, { amountMinor: 45_000, version })
    },
    shown,
  },
  {
    name: 'an offer cancelled',
    prepare: offer(small, submit),
    act: ([id = '']) => take('officer', id, 'cancel', { reason: 'Another way' }),
    shown,
  },
  {
    name: 'a write-off carried out and posted',
    prepare: acceptedWriteOff,
    act: ([id = '']) => take('officer', id, 'fulfil'),
    shown,
  },
]

/** How the records of a path stand: their versions, what they say of it, who was told, and what was posted. */
const standing = (ids: readonly string[]) =>
  Promise.all(
    ids.map(async (id) => {
      const record: RecordValues = (await getAnyRecord(id, { consistent: true }))?.record ?? {}
      const values = Object.fromEntries(['version', ...shown].map((name) => [name, record[name] ?? null]))
      const posted = id.startsWith('file') ? (await getChildren(LedgerEntry, id)).length : 0
      const conceded = id.startsWith('patient') ? await concededTo(id) : []
      const notices = (await noticesAbout(id)).map((notice) => notice.split(' ')[0])
      return { ...values, posted, conceded, notices }
    }),
  )

describe.each(paths)('$name', ({ prepare, act }) => {
  let whole: unknown
  beforeAll(async () => {
    const ids = await prepare()
    await act(ids)
    whole = await standing(ids)
    await act(ids)
    expect(await standing(ids), 'done again').toEqual(whole)
  }, 60_000)

  test('ends alike wherever a process died, once it is done again', { timeout: 120_000 }, async () => {
    for (let writes = 0, isDead = true; isDead; writes++) {
      const ids = await prepare()
      isDead = await diesAfter(writes, () => act(ids))
      await act(ids)
      expect(await standing(ids), `dead after ${writes} writes`).toEqual(whole)
    }
  })

  test('ends alike when several do it at once', { timeout: 60_000 }, async () => {
    const ids = await prepare()
    await Promise.all([act(ids), act(ids), act(ids)])
    expect(await standing(ids)).toEqual(whole)
  })
})

test('the history of all of it holds', { timeout: 60_000 }, async () => {
  for await (const finding of verifyAudit()) expect(finding).toBeUndefined()
})
