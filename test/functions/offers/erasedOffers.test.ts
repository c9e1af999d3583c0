import { afterEach, beforeAll, expect, test, vi } from 'vitest'
import { contextFor, product } from '#functions/platform/http/context.ts'
import { planned } from '#functions/platform/records/change.ts'
import { save } from '#functions/platform/records/save.ts'
import { getRecord } from '#functions/platform/store/read.ts'
import { Case } from '#shared/entities/case.ts'
import { askErasure, erased } from '#test/functions/patients/scene.ts'
import { useFiles } from '#test/support/files.ts'
import { useTable } from '#test/support/table.ts'
import { ask, caseOf, judgedCase, offerNow, putLimits, take } from './scene.ts'

const world = useTable()
useFiles()
beforeAll(() => putLimits(world()))
afterEach(() => vi.useRealTimers())

/** Ends a case as its own steps would. */
async function end(caseId: string) {
  const context = contextFor(product, 'demo', new Date().toISOString(), 'end')
  const stored = await getRecord(Case, caseId, { consistent: true })
  const change = stored && (await planned(context, Case, stored, { status: 'closed', pendingOffers: null }, 'close'))
  if (change) await save(context, [change])
}

test('what was offered to an erased patient keeps its amounts, and loses its words', { timeout: 120_000 }, async () => {
  const caseId = await judgedCase(world())
  const note = 'She asked for it with tears.'
  const [id] = await ask('officer', caseId, { remedy: 'discount', amountMinor: 40_000, note })
  await take('officer', id, 'make', { madeHow: 'In person' })
  await take('officer', id, 'accept')
  await take('officer', id, 'fulfil', { evidence: 'Paid out to her' })
  const [open] = await ask('officer', caseId, { remedy: 'gift', amountMinor: 1_000, note })
  expect((await offerNow(open)).status).toBe('approved')
  await end(caseId)
  const { patientId } = await caseOf(caseId)
  expect((await askErasure(patientId)).status).toBe(200)
  await erased(patientId)
  const kept = await offerNow(id)
  expect([kept.note, kept.wording, kept.evidence]).toEqual([undefined, undefined, undefined])
  expect(kept).toMatchObject({ status: 'fulfilled', amountMinor: 40_000, patientName: '(erased)' })
  const ended = await offerNow(open)
  expect([ended.status, ended.note]).toEqual(['cancelled', undefined])
})
