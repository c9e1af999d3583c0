import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sealOf } from '#shared/rules/settlements/batchSeal.ts'
import {
  type ClaimCsvLine,
  claimColumns,
  claimHeader,
  claimRow,
  differencesFrom,
  readClaims,
} from '#shared/rules/settlements/claimCsv.ts'

const line: ClaimCsvLine = {
  batchNo: 'B-PALM-GULF-2026-11-0001',
  seq: 1,
  fileNo: 'TSW-2026-000101',
  fileVersion: 1,
  payerClaimNo: '',
  memberNo: '0010044821',
  policyNo: '-88012',
  class: 'B',
  patientName: 'نورة "أم خالد" العتيبي',
  nationalId: '1012345678',
  sex: 'female',
  birthOn: '1990-02-03',
  sponsor: '=Gulf, Electric',
  careType: 'out',
  admittedOn: '2026-11-02',
  dischargedOn: '2026-11-02',
  diagnosisCodes: ['L70.0', 'L71.9'],
  physician: 'Dr. Lina Aziz',
  approvalNo: '+966501234567',
  lineNo: 1,
  serviceOn: '2026-11-02',
  codeSystem: 'SBS',
  serviceCode: 'CONS',
  description: 'Consultation\nwith report',
  serviceCategory: 'consultation',
  quantity: 1,
  unitPriceMinor: 25000,
  grossMinor: 25000,
  discountMinor: 2500,
  netMinor: 22500,
  taxMinor: 0,
  deductibleMinor: 10000,
  coinsuranceMinor: 2500,
  patientShareMinor: 12500,
  payerShareMinor: 10000,
  currency: 'SAR',
}
const fileOf = (lines: ClaimCsvLine[]) => claimHeader + lines.map(claimRow).join('')

describe('a claim file', () => {
  it('has its 36 columns in the promised order and amounts as decimals', () => {
    expect(claimHeader.startsWith('\ufeffbatch_no,seq,file_no,file_version,payer_claim_no,member_no')).toBe(true)
    expect(claimHeader.endsWith('coinsurance,patient_share,payer_share,currency\r\n')).toBe(true)
    expect(claimColumns).toHaveLength(36)
    expect(claimRow(line)).toContain(',1,250.00,250.00,25.00,225.00,0.00,100.00,25.00,125.00,100.00,SAR\r\n')
  })

  it('reads back with equal values in every currency', () => {
    const changes = fc.record({
      currency: fc.constantFrom('SAR', 'KWD', 'JPY'),
      patientName: fc.string({ unit: 'grapheme', minLength: 1 }),
      approvalNo: fc.constantFrom('+966', "'=1", '@x', '-5', ''),
      unitPriceMinor: fc.maxSafeInteger(),
      netMinor: fc.integer(),
    })
    fc.assert(
      fc.property(fc.array(changes, { maxLength: 4 }), (drawn) => {
        const lines = drawn.map((change, index) => ({ ...line, ...change, lineNo: index + 1 }))
        expect(readClaims(fileOf(lines))).toEqual(lines)
      }),
    )
  })

  it('is compared with the seal of its batch: a short or altered file is found', async () => {
    const lines = [line, { ...line, lineNo: 2, seq: 2 }]
    const seal = await sealOf(lines)
    expect(await differencesFrom(seal, fileOf(lines))).toEqual([])
    expect(await differencesFrom(seal, fileOf([line]))).toContain('lines is 1 instead of 2')
    const altered = fileOf(lines).replace('CONS', 'CONX')
    expect(await differencesFrom(seal, altered)).toEqual(['the checksum of the rows differs'])
  })

  it('with a false amount is refused', () => {
    expect(() => readClaims(fileOf([line]).replace('250.00', '250.005'))).toThrow(RangeError)
    expect(() => readClaims(fileOf([line]).slice(0, -30))).toThrow()
  })
})
