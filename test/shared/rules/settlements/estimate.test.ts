import { describe, expect, it } from 'vitest'
import type { SettlementFile } from '#shared/entities/settlementFile.ts'
import { claimLine, claimLines } from '#shared/rules/settlements/claim.ts'
import { failedEdits, missingDocuments, needsApproval } from '#shared/rules/settlements/claimEdits.ts'
import { estimateOf } from '#shared/rules/settlements/estimate.ts'

const line = (lineNo: number, more: Record<string, unknown> = {}) =>
  claimLine.parse({
    lineNo,
    serviceOn: '2026-11-02',
    serviceCode: `S${lineNo}`,
    serviceCategory: 'consultation',
    description: 'Consultation',
    quantity: 1,
    unitPriceMinor: 10_000,
    ...more,
  })
const file: Partial<SettlementFile> = {
  class: 'B',
  currency: 'SAR',
  serviceOn: '2026-11-02',
  diagnosisCodes: [{ code: 'L70.0' }],
}
const contract = { classRules: [{ class: 'B' as const, covered: true, requiresApproval: 'always' as const }] }
const textOf = (lines: ReturnType<typeof line>[]) => {
  const estimate = estimateOf({ file, contract, coverage: undefined, lines })
  return 'text' in estimate ? estimate.text : estimate.rule
}

describe('an estimate', () => {
  it('has the same text for the same lines in any order, and another for another amount', () => {
    expect(textOf([line(2), line(1)])).toBe(textOf([line(1), line(2)]))
    expect(textOf([line(1, { unitPriceMinor: 10_001 })])).not.toBe(textOf([line(1)]))
    expect(textOf([line(1, { description: 'Other' })])).not.toBe(textOf([line(1)]))
  })

  it('is refused without a contract, and for a repeated line number', () => {
    expect(estimateOf({ file, contract: undefined, coverage: undefined, lines: [line(1)] })).toMatchObject({
      rule: 'CONTRACT_MISSING',
    })
    expect(textOf([line(1), line(1)])).toBe('LINES_INVALID')
  })
})

describe('edits', () => {
  it('name every line outside the stay and a missing diagnosis', () => {
    const stay = { ...file, dischargedOn: '2026-11-04', diagnosisCodes: [] }
    const lines = [line(1), line(2, { serviceOn: '2026-11-04' }), line(3, { serviceOn: '2026-11-05' })]
    expect(failedEdits(stay, lines).map(({ rule, message }) => [rule, message])).toEqual([
      ['LINE_OUTSIDE', 'Line 3 is dated 2026-11-05, outside the stay.'],
      ['DIAGNOSIS_MISSING', 'The file has no diagnosis code.'],
    ])
  })

  it('want the approval where the contract does', () => {
    const estimate = estimateOf({ file, contract, coverage: undefined, lines: [line(1)] })
    const priced = { ...file, lines: 'lines' in estimate ? [...estimate.lines] : [] }
    expect(needsApproval(priced, contract)).toBe(true)
    expect(missingDocuments(priced, contract)).toEqual(['medicalReport', 'invoice', 'approval'])
    expect(missingDocuments(priced, undefined)).toEqual(['medicalReport', 'invoice'])
  })
})

describe('a claim line', () => {
  it('has a code that cannot break a canonical row, and the number of lines is limited', () => {
    for (const serviceCode of ['A|B', '', '\ud800'])
      expect(claimLine.safeParse({ ...line(1), serviceCode }).success).toBe(false)
    expect(claimLine.parse({ ...line(1), serviceCode: 'A\nB' }).serviceCode).toBe('A B')
    expect(claimLines.safeParse(Array.from({ length: 201 }, (_, index) => line(index + 1))).success).toBe(false)
  })
})
