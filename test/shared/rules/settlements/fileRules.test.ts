import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Actor } from '#shared/declaration/access.ts'
import type { Action, AnyRecord } from '#shared/declaration/entity.ts'
import { roles } from '#shared/declaration/roles.ts'
import { Batch } from '#shared/entities/batch.ts'
import { SettlementFile } from '#shared/entities/settlementFile.ts'
import { isRefusal, type Refusal } from '#shared/refusals.ts'
import type { Decision } from '#shared/rules/decision.ts'
import { actionStates, decide } from '#shared/rules/index.ts'
import { batchRules } from '#shared/rules/settlements/batchRules.ts'
import { fileRules } from '#shared/rules/settlements/fileRules.ts'

type FileDraft = AnyRecord & Partial<SettlementFile>

const person = (userId: string): Actor => ({ userId, name: userId, roles, siteIds: [] })
const now = '2026-11-10T09:00:00.000Z'
const documents = (['medicalReport', 'invoice'] as const).map((kind) => ({ kind, file: kind, sha256: kind }))
const lines = (quantity: number) => [
  {
    lineNo: 1,
    serviceOn: '2026-11-02',
    serviceCode: 'CONS',
    serviceCategory: 'consultation',
    description: 'Consultation',
    quantity,
    unitPriceMinor: 15_000,
  },
]
const opened: FileDraft = {
  id: 'file_1',
  version: 1,
  stage: 'opened',
  class: 'B',
  currency: 'SAR',
  serviceOn: '2026-11-02',
  dueBy: '2026-12-17',
  diagnosisCodes: [{ code: 'L70.0' }],
}
const related = { contract: [{ classRules: [{ class: 'B', covered: true, coinsuranceBp: 2000 }] }], coverage: [{}] }

const take = (record: FileDraft, name: string, actor: Actor, body: Record<string, unknown>): Decision | Refusal =>
  decide(fileRules, SettlementFile, name, { record, body, actor, now, related })

/** The record after a step as it is written; a checksum stands for itself. */
function after(record: FileDraft, { changes, checksums }: Decision): FileDraft {
  const entries = Object.entries({ ...record, ...changes, ...checksums }).filter(([, value]) => value !== null)
  return Object.fromEntries(entries) as FileDraft
}

const names = Object.keys(SettlementFile.actions)
const stages = Object.keys(SettlementFile.lifecycle?.states ?? {})
const statesOf = (record: FileDraft, actor: Actor) => actionStates(fileRules, SettlementFile, record, actor, {}, now)
const moves = fc.array(
  fc.record({
    name: fc.constantFrom(...names),
    by: fc.constantFrom('A', 'B', 'C', 'D'),
    quantity: fc.integer({ min: 1, max: 3 }),
  }),
  { maxLength: 60 },
)

function walk(
  history: { name: string; by: string; quantity: number }[],
  look: (file: FileDraft, before: FileDraft) => void,
) {
  let file: FileDraft = { ...opened, stage: 'record-received', documents }
  for (const { name, by, quantity } of history) {
    const body = { documents, lines: lines(quantity), totalsHash: file.totalsHash, reason: 'A reason' }
    const answer = take(file, name, person(by), body)
    const before = file
    if (!isRefusal(answer)) file = after(file, answer)
    look(file, before)
  }
}

describe('any history of a file', () => {
  it('gives no person two of its steps, although everybody has every role', () => {
    const check = (file: FileDraft) => {
      const hands = [file.estimatedBy, file.verifiedBy, file.approvedBy].flatMap((hand) => hand ?? [])
      expect(new Set(hands).size).toBe(hands.length)
      const steps = new Map<string, string>()
      for (const { step, by } of file.signedBy ?? []) expect(steps.set(by, steps.get(by) ?? step).get(by)).toBe(step)
    }
    fc.assert(
      fc.property(moves, (history) => walk(history, check)),
      { numRuns: 300 },
    )
  })

  it('never changes amounts under a verification or an approval', () => {
    const check = (file: FileDraft, before: FileDraft) => {
      if (file.totalsHash === before.totalsHash) return
      expect([file.stage, file.verifiedBy, file.approvedBy]).toEqual(['estimated', undefined, undefined])
    }
    fc.assert(
      fc.property(moves, (history) => walk(history, check)),
      { numRuns: 300 },
    )
  })

  it('keeps a void file void, and voids it by two persons', () => {
    const check = (file: FileDraft, before: FileDraft) => {
      if (before.stage === 'void') expect(file).toEqual(before)
      else if (file.stage === 'void') expect(before.voidRequestedBy).toBeDefined()
    }
    fc.assert(
      fc.property(moves, (history) => walk(history, check)),
      { numRuns: 300 },
    )
  })
})

describe('the buttons of a file', () => {
  it('belong to fourteen stages', () => {
    expect(stages).toHaveLength(14)
  })

  it.each(stages)('at the stage %s are open for exactly the steps it allows', (stage) => {
    const states = statesOf({ ...opened, stage, documents, totalsHash: 'x' } as FileDraft, person('A'))
    const open = Object.keys(states).filter((name) => states[name]?.isAllowed)
    // Nobody takes the steps that follow from those of its batch.
    const actions = Object.entries<Action>(SettlementFile.actions).filter(([, { allow }]) => allow.length > 0)
    expect(open).toEqual(actions.flatMap(([name, { from }]) => (from?.includes(stage) ? [name] : [])))
  })

  it('show why a person may not continue', () => {
    const file: FileDraft = {
      ...opened,
      stage: 'estimated',
      documents,
      totalsHash: 'x',
      signedBy: [{ step: 'estimate', by: 'A' }],
    }
    expect(statesOf(file, person('A')).verify).toMatchObject({ isAllowed: false, refusal: { rule: 'FOUR_EYES' } })
    expect(statesOf(file, person('B')).verify).toEqual({ isAllowed: true })
  })

  it('do not need values that the form still adds', () => {
    const file: FileDraft = { ...opened, stage: 'record-requested', documents: documents.slice(1) }
    expect(statesOf(file, person('A'))['receive-record']).toEqual({ isAllowed: true })
  })
})

describe('the buttons of a batch', () => {
  const batch = { id: 'batch_1', version: 1, status: 'sealed', fileCount: 1, approverIds: ['A'] }
  it('keep an approver from delivering', () => {
    const states = (userId: string) => actionStates(batchRules, Batch, batch, person(userId), {}, now)
    expect(states('A').deliver).toMatchObject({ isAllowed: false, refusal: { rule: 'FOUR_EYES' } })
    expect(states('B').deliver).toEqual({ isAllowed: true })
    expect(states('B').add).toMatchObject({ isAllowed: false, refusal: { rule: 'STATE' } })
  })
})
