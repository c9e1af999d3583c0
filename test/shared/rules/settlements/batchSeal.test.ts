import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type BatchLine, canonicalRows, controlTotals, sealOf } from '#shared/rules/settlements/batchSeal.ts'
import { priceLines, pricingRequest } from '#shared/rules/settlements/pricing.ts'
import { sha256Hex } from '#shared/values/hash.ts'
import vectors from '#test/vectors/settlement.json'

const [file] = vectors.pricing
const request = pricingRequest.parse(file?.request)
const priced = priceLines(request)
const first: BatchLine[] = priced.lines.map((line, index) => {
  const { serviceCode = '', quantity = 0, unitPriceMinor = 0 } = request.lines[index] ?? {}
  return { ...line, fileNo: 'TSW-2026-000101', serviceCode, quantity, unitPriceMinor }
})
const second: BatchLine = {
  fileNo: 'TSW-2026-000102',
  lineNo: 1,
  serviceCode: 'CONS',
  quantity: 1,
  unitPriceMinor: 15000,
  grossMinor: 15000,
  discountMinor: 1500,
  netMinor: 13500,
  payerShareMinor: 13500,
  patientShareMinor: 0,
}

describe('the batch vector', () => {
  it('has these rows, checksum and control totals, in any order of the lines', async () => {
    const seal = await sealOf([second, ...first].reverse())
    expect(seal.rows).toEqual(vectors.batch.rows)
    expect(seal.sha256).toBe(vectors.batch.sha256)
    expect(seal.totals).toEqual({ ...vectors.batch.totals, taxMinor: 0 })
  })
})

describe('a seal', () => {
  it('changes with any amount', async () => {
    const sealed = await sealOf([...first, second])
    const changed = await sealOf([...first, { ...second, payerShareMinor: 13499, patientShareMinor: 1 }])
    expect(changed.sha256).not.toBe(sealed.sha256)
  })

  it('does not depend on the order of the lines', async () => {
    const shuffled = fc.shuffledSubarray([...first, second], { minLength: 6, maxLength: 6 })
    await fc.assert(
      fc.asyncProperty(shuffled, async (lines) => {
        expect((await sealOf(lines)).sha256).toBe(vectors.batch.sha256)
      }),
    )
  })

  it('refuses a repeated line, a broken identifier and a number without a sequence', () => {
    expect(() => canonicalRows([second, second])).toThrow('occurs twice')
    expect(() => canonicalRows([{ ...second, serviceCode: 'A|B' }])).toThrow(RangeError)
    expect(() => controlTotals([{ ...second, fileNo: 'TSW' }])).toThrow(RangeError)
  })

  it('of nothing is the hash of nothing', async () => {
    const seal = await sealOf([])
    expect(seal.sha256).toBe(await sha256Hex(new Uint8Array()))
    expect(seal.totals).toMatchObject({ files: 0, lines: 0, hashTotal: 0 })
  })
})

const sumOf = (amounts: Record<string, number>) => Object.values(amounts).reduce((sum, amount) => sum + amount, 0)

describe('the life of one file', () => {
  const { claimed, remittance1, resubmitted, remittance2, payerWriteOff, patient, proof } = vectors.life

  it('owes per line what each remittance does not pay', () => {
    const owed = new Map(first.map((line) => [line.serviceCode, line.payerShareMinor]))
    expect(controlTotals(first).payerShareMinor).toBe(claimed)
    const codes = Object.keys(remittance1.paid) as (keyof typeof remittance1.paid)[]
    for (const code of codes) {
      const denied = new Map(Object.entries(remittance1.denied)).get(code) ?? 0
      expect(remittance1.paid[code] + denied).toBe(owed.get(code))
    }
    expect(sumOf(remittance1.denied)).toBe(resubmitted)
    expect(remittance2.paid + sumOf(remittance2.finalDenial)).toBe(resubmitted)
    expect(sumOf(remittance2.finalDenial)).toBe(payerWriteOff)
  })

  it('ends with both balances at zero and every halala accounted for', () => {
    const { discountMinor, grossMinor, patientShareMinor } = priced.totals
    expect(patientShareMinor - patient.paid - patient.goodwillWriteOff).toBe(0)
    expect(claimed - sumOf(remittance1.paid) - remittance2.paid - payerWriteOff).toBe(0)
    const parts = [
      discountMinor,
      sumOf(remittance1.paid),
      remittance2.paid,
      payerWriteOff,
      patient.paid,
      patient.goodwillWriteOff,
    ]
    expect(`${parts.join(' + ')} = ${grossMinor}`).toBe(proof)
    expect(parts.reduce((sum, part) => sum + part, 0)).toBe(grossMinor)
  })
})
