import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ClassRule } from '#shared/rules/settlements/classRule.ts'
import { type PricingRequest, priceLines, pricingRequest, totalsOf } from '#shared/rules/settlements/pricing.ts'
import vectors from '#test/vectors/settlement.json'

describe('the pricing vectors', () => {
  it.each(vectors.pricing.map((vector, index) => [index, vector] as const))('number %i', (_index, vector) => {
    expect(priceLines(pricingRequest.parse(vector.request))).toEqual(vector.expected)
  })
})

const category = fc.constantFrom('imaging', 'dental', 'pharmacy')
const code = fc.constantFrom('X1', 'X2', 'X3')
const minor = fc.nat(500_000)
const percentage = fc.nat(10_000)
const scope = fc.constantFrom('line', 'encounter', 'year')
const terms = {
  covered: fc.boolean(),
  discountBp: percentage,
  coinsuranceBp: percentage,
  coinsuranceCapMinor: minor,
  coinsuranceCapScope: scope,
  deductibleMinor: minor,
  deductibleScope: scope,
  categoryLimitMinor: minor,
  annualLimitMinor: minor,
}
const rule = (key: object) => fc.record({ class: fc.constant('B'), ...key, ...terms }, { requiredKeys: ['class'] })
const rules = fc.tuple(
  fc.uniqueArray(rule({}), { maxLength: 1 }),
  fc.uniqueArray(fc.tuple(category, rule({})), { selector: ([name]) => name }),
  fc.uniqueArray(fc.tuple(code, rule({})), { selector: ([name]) => name }),
)
const request = fc
  .record({
    rules,
    lines: fc.array(
      fc.record({
        serviceCode: code,
        serviceCategory: category,
        quantity: fc.integer({ min: 1, max: 9 }),
        unitPriceMinor: minor,
      }),
      { minLength: 1, maxLength: 12 },
    ),
    used: fc.record(
      {
        categoryMinor: fc.dictionary(category, minor),
        deductibleMinor: minor,
        coinsuranceMinor: minor,
        annualMinor: minor,
      },
      { requiredKeys: [] },
    ),
  })
  .map(({ rules: [byDefault, byCategory, byCode], lines, used }) =>
    pricingRequest.parse({
      currency: 'SAR',
      class: 'B',
      classRules: [
        ...byDefault,
        ...byCategory.map(([serviceCategory, stated]) => ({ ...stated, serviceCategory })),
        ...byCode.map(([serviceCode, stated]) => ({ ...stated, serviceCode })),
      ],
      lines: lines.map((line, index) => ({ ...line, lineNo: index + 1 })),
      used: { ...used, ...(used.categoryMinor && { categoryMinor: { ...used.categoryMinor } }) },
    }),
  )

const forEveryRequest = (check: (priceable: PricingRequest) => void) => fc.assert(fc.property(request, check))

describe('every priced line', () => {
  it('keeps gross − discount = net and payer + patient = net', () => {
    forEveryRequest((priceable) => {
      for (const line of priceLines(priceable).lines) {
        expect(line.grossMinor - line.discountMinor).toBe(line.netMinor)
        expect(line.payerShareMinor + line.patientShareMinor).toBe(line.netMinor)
        const { nonCoveredMinor, exceedLimitMinor, deductibleMinor, coinsuranceMinor, annualExcessMinor } = line
        const patient = nonCoveredMinor + exceedLimitMinor + deductibleMinor + coinsuranceMinor + annualExcessMinor
        expect(patient).toBe(line.patientShareMinor)
      }
    })
  })

  it('has no negative or fractional amount', () => {
    forEveryRequest((priceable) => {
      for (const line of priceLines(priceable).lines)
        for (const amount of Object.values(line)) expect(Number.isSafeInteger(amount) && amount >= 0).toBe(true)
    })
  })

  it('sums to the totals', () => {
    forEveryRequest((priceable) => {
      const { lines, totals } = priceLines(priceable)
      expect(totalsOf(lines)).toEqual(totals)
      expect(totals.payerShareMinor + totals.patientShareMinor).toBe(totals.netMinor)
    })
  })

  it('does not depend on the order in which the lines arrive, nor on lines after it', () => {
    forEveryRequest((priceable) => {
      const priced = priceLines(priceable)
      expect(priceLines({ ...priceable, lines: [...priceable.lines].reverse() })).toEqual(priced)
      const first = priceable.lines.slice(0, Math.ceil(priceable.lines.length / 2))
      expect(priceLines({ ...priceable, lines: first }).lines).toEqual(priced.lines.slice(0, first.length))
    })
  })

  it('never makes the payer pay more than the remaining annual limit', () => {
    forEveryRequest((priceable) => {
      const everywhere = priceable.classRules.map((stated): ClassRule => ({ ...stated, annualLimitMinor: 90_000 }))
      const { totals } = priceLines({ ...priceable, classRules: everywhere })
      expect(totals.payerShareMinor).toBeLessThanOrEqual(Math.max(0, 90_000 - (priceable.used?.annualMinor ?? 0)))
    })
  })
})

const line = { lineNo: 1, serviceCode: 'X1', serviceCategory: 'dental', quantity: 2, unitPriceMinor: 5000 }
const plain: PricingRequest = { currency: 'SAR', class: 'B', classRules: [], lines: [line] }

describe('cover', () => {
  it.each<[string, ClassRule[]]>([
    ['no rule', []],
    ['a rule of another class', [{ class: 'A', covered: true }]],
    ['a rule that does not say', [{ class: 'B', coinsuranceBp: 1000 }]],
    [
      'a refusal of the category',
      [
        { class: 'B', covered: true },
        { class: 'B', serviceCategory: 'dental', covered: false },
      ],
    ],
  ])('is refused by %s', (_case, classRules) => {
    const { totals } = priceLines({ ...plain, classRules })
    expect(totals).toMatchObject({ nonCoveredMinor: 10_000, payerShareMinor: 0, patientShareMinor: 10_000 })
  })

  it('accepts a category that is named like a property of every object', () => {
    const used = { categoryMinor: JSON.parse('{"constructor": 400}') }
    const classRules: ClassRule[] = [{ class: 'B', covered: true, categoryLimitMinor: 1000 }]
    const lines = [
      { ...line, serviceCategory: 'toString' },
      { ...line, lineNo: 2, serviceCategory: 'constructor' },
    ]
    const priced = priceLines({ ...plain, classRules, lines, used })
    expect(priced.lines.map((each) => each.payerShareMinor)).toEqual([1000, 600])
  })

  it('prices fifty lines within a millisecond', () => {
    const lines = Array.from({ length: 50 }, (_, index) => ({ ...line, lineNo: index + 1 }))
    const classRules: ClassRule[] = [{ class: 'B', covered: true, coinsuranceBp: 2000, discountBp: 1000 }]
    // The quickest run: what else the machine does is not the price of pricing.
    const times = Array.from({ length: 100 }, () => {
      const start = performance.now()
      priceLines({ ...plain, classRules, lines })
      return performance.now() - start
    })
    expect(Math.min(...times)).toBeLessThan(1)
  })
})

describe('a request', () => {
  it.each<[string, object]>([
    ['a repeated line number', { lines: [line, line] }],
    ['a negative quantity', { lines: [{ ...line, quantity: -1 }] }],
    ['a fraction of a unit', { lines: [{ ...line, quantity: 0.5 }] }],
    ['an unsafe price', { lines: [{ ...line, unitPriceMinor: 2 ** 53 }] }],
    [
      'an unsafe gross amount',
      {
        lines: [
          { ...line, unitPriceMinor: 2 ** 52 },
          { ...line, lineNo: 2 },
        ],
      },
    ],
    ['no lines', { lines: [] }],
    ['an unknown field', { lines: [{ ...line, discount: 1 }] }],
    ['an unknown class', { class: 'D' }],
    ['a currency in words', { currency: 'riyal' }],
    ['two rules for one service', { classRules: [{ class: 'B' }, { class: 'B', covered: true }] }],
    ['a percentage over the whole', { classRules: [{ class: 'B', coinsuranceBp: 10_001 }] }],
    [
      'a rule for both a code and a category',
      { classRules: [{ class: 'B', serviceCode: 'X1', serviceCategory: 'dental' }] },
    ],
    ['negative use', { used: { annualMinor: -1 } }],
    ['lines that are not a list', { lines: 'all' }],
  ])('is refused for %s', (_case, change) => {
    expect(pricingRequest.safeParse({ ...plain, ...change }).success).toBe(false)
  })

  it('answers any input with a verdict, never an exception', () => {
    fc.assert(
      fc.property(fc.record({ lines: fc.anything(), classRules: fc.anything(), used: fc.anything() }), (input) => {
        expect(typeof pricingRequest.safeParse({ ...plain, ...input }).success).toBe('boolean')
      }),
    )
  })
})
