import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Actor } from '#shared/declaration/access.ts'
import type { AnyRecord } from '#shared/declaration/entity.ts'
import { roles } from '#shared/declaration/roles.ts'
import { fileStages, type SettlementFile } from '#shared/entities/settlementFile.ts'
import { type Decision, isRefusal, type Refusal } from '#shared/rules/decision.ts'
import { actionStates } from '#shared/rules/index.ts'
import { fileStepsFrom, settlementRules } from '#shared/rules/settlements/fileWorkflow.ts'

type FileRecord = AnyRecord & Partial<SettlementFile>

const person = (userId: string): Actor => ({ userId, name: userId, roles, siteIds: [] })
const at = '2026-11-10T09:00:00.000Z'
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
const opened: FileRecord = {
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

function take(record: FileRecord, name: string, actor: Actor, body: Record<string, unknown>): Decision | Refusal {
  const answer = settlementRules.actions[name]?.decide({ record, body, actor, now: at, related })
  if (!answer) throw new Error(`No step ${name}`)
  return answer
}

/** The record after a step as the kernel writes it; a checksum stands for itself. */
function after(record: FileRecord, { changes, checksums }: Decision): FileRecord {
  const entries = Object.entries({ ...record, ...changes, ...checksums }).filter(([, value]) => value !== null)
  return Object.fromEntries(entries) as FileRecord
}

const names = Object.keys(fileStepsFrom)
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
  look: (file: FileRecord, before: FileRecord) => void,
) {
  let file: FileRecord = { ...opened, stage: 'record-received', documents }
  for (const { name, by, quantity } of history) {
    const body = { documents, lines: lines(quantity), totalsHash: file.totalsHash, reason: 'A reason' }
    const answer = take(file, name, person(by), body)
    const before = file
    if (!isRefusal(answer)) file = after(file, answer)
    look(file, before)
  }
}

describe('over any history of a file', () => {
  it('no person has two of its steps, though everybody holds every role', () => {
    const check = (file: FileRecord) => {
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

  it('amounts never change under a verification or an approval', () => {
    const check = (file: FileRecord, before: FileRecord) => {
      if (file.totalsHash === before.totalsHash) return
      expect([file.stage, file.verifiedBy, file.approvedBy]).toEqual(['estimated', undefined, undefined])
    }
    fc.assert(
      fc.property(moves, (history) => walk(history, check)),
      { numRuns: 300 },
    )
  })

  it('a void file stays void and took two persons', () => {
    const check = (file: FileRecord, before: FileRecord) => {
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
  it.each(fileStages)('at the stage %s are open for exactly the steps it allows', (stage) => {
    const states = actionStates(
      'settlement-files',
      { ...opened, stage, documents, totalsHash: 'x' },
      person('A'),
      {},
      at,
    )
    const open = Object.keys(states).filter((name) => states[name]?.isAllowed)
    expect(open).toEqual(names.filter((name) => fileStepsFrom[name]?.includes(stage)))
  })

  it('say why a person may not go on', () => {
    const file: FileRecord = {
      ...opened,
      stage: 'estimated',
      documents,
      totalsHash: 'x',
      signedBy: [{ step: 'estimate', by: 'A' }],
    }
    expect(actionStates('settlement-files', file, person('A'), {}, at).verify).toMatchObject({ rule: 'FOUR_EYES' })
    expect(actionStates('settlement-files', file, person('B'), {}, at).verify).toEqual({ isAllowed: true })
  })

  it('do not wait for what the form still gives', () => {
    const file: FileRecord = { ...opened, stage: 'record-requested', documents: documents.slice(1) }
    expect(actionStates('settlement-files', file, person('A'), {}, at)['receive-record']).toEqual({ isAllowed: true })
  })
})

describe('the buttons of a batch', () => {
  const batch = { id: 'batch_1', version: 1, status: 'sealed', fileCount: 1, approverIds: ['A'] }
  it('keep whoever approved from delivering', () => {
    expect(actionStates('batches', batch, person('A'), {}, at).deliver).toMatchObject({ rule: 'FOUR_EYES' })
    expect(actionStates('batches', batch, person('B'), {}, at).deliver).toEqual({ isAllowed: true })
    expect(actionStates('batches', batch, person('B'), {}, at).add).toMatchObject({ rule: 'BATCH_STATE' })
  })
})
