import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sixDecimals } from '#shared/rules/surveys/statistics.ts'
import {
  benjaminiHochberg,
  complementaryError,
  newcombe,
  type Proportion,
  pooledTest,
  wilson,
  z95,
} from '#shared/values/intervals.ts'
import vectors from '#test/vectors/survey-stats.json'

const proportion: fc.Arbitrary<Proportion> = fc
  .integer({ min: 1, max: 5_000_000 })
  .chain((n) => fc.record({ n: fc.constant(n), count: fc.oneof(fc.nat(n), fc.constant(0), fc.constant(n)) }))

describe('the interval vectors', () => {
  it('use the 97.5 % quantile', () => {
    expect(z95).toBe(vectors.z)
    expect(complementaryError(z95 / Math.SQRT2)).toBeCloseTo(0.05, 14)
  })

  it.each(vectors.wilson)('Wilson of $k in $n', ({ k, n, interval }) => {
    expect(wilson({ count: k, n })?.map(sixDecimals) ?? null).toEqual(interval)
  })

  it.each(vectors.newcombe)('Newcombe of $k1 in $n1 less $k2 in $n2', ({ k1, n1, k2, n2, interval }) => {
    expect(newcombe({ count: k1, n: n1 }, { count: k2, n: n2 })?.map(sixDecimals)).toEqual(interval)
  })

  it.each(vectors.pooledTest)('pooled test of $k1 in $n1 and $k2 in $n2', ({ k1, n1, k2, n2, z, p }) => {
    const test = pooledTest({ count: k1, n: n1 }, { count: k2, n: n2 })
    expect([sixDecimals(test?.z ?? 0), sixDecimals(test?.p ?? 0)]).toEqual([z, p])
  })

  it.each(vectors.benjaminiHochberg)('Benjamini-Hochberg at $q', ({ p, q, rejected }) => {
    const survives = benjaminiHochberg(p, q)
    expect(p.flatMap((_, index) => (survives[index] ? [index] : []))).toEqual(rejected)
  })
})

describe('intervals', () => {
  it('of Wilson lie in [0, 1] and contain the proportion', () => {
    fc.assert(
      fc.property(proportion, ({ count, n }) => {
        const [lower, upper] = wilson({ count, n }) ?? [Number.NaN, Number.NaN]
        expect(lower >= 0 && lower <= count / n && count / n <= upper && upper <= 1).toBe(true)
      }),
    )
  })

  it('of Newcombe lie in [−1, 1], contain the difference and mirror', () => {
    fc.assert(
      fc.property(proportion, proportion, (a, b) => {
        const [lower, upper] = newcombe(a, b) ?? [Number.NaN, Number.NaN]
        const difference = a.count / a.n - b.count / b.n
        expect(lower >= -1 && lower <= difference && difference <= upper && upper <= 1).toBe(true)
        const mirrored = newcombe(b, a) ?? [Number.NaN, Number.NaN]
        expect(mirrored[0]).toBeCloseTo(-upper, 12)
      }),
    )
  })

  it('of nothing are null', () => {
    expect(newcombe({ count: 0, n: 0 }, { count: 1, n: 2 })).toBeNull()
    expect(pooledTest({ count: 0, n: 0 }, { count: 1, n: 2 })).toBeNull()
  })
})

describe('the pooled test', () => {
  it('has p in [0, 1] and is symmetric', () => {
    fc.assert(
      fc.property(proportion, proportion, (a, b) => {
        const p = pooledTest(a, b)?.p ?? Number.NaN
        expect(p >= 0 && p <= 1).toBe(true)
        expect(pooledTest(b, a)?.p).toBeCloseTo(p, 12)
      }),
    )
  })

  it.each([
    [0, 1],
    [0.5, 0.4795001221869535],
    [2, 0.004677734981047266],
    [2.999999999999, 2.209049699858544e-5],
    [3, 2.209049699858544e-5],
    [5, 1.5374597944280347e-12],
  ])('rests on erfc(%f) = %f', (x, expected) => {
    expect(complementaryError(x) / expected).toBeCloseTo(1, 9)
  })

  it('finds no difference where everybody answered alike', () => {
    expect(pooledTest({ count: 40, n: 40 }, { count: 31, n: 31 })).toEqual({ z: 0, p: 1 })
  })
})

describe('Benjamini-Hochberg', () => {
  const pValues = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 40 })

  it('keeps every test with a smaller p than one it keeps', () => {
    fc.assert(
      fc.property(pValues, (p) => {
        const survives = benjaminiHochberg(p)
        const kept = p.filter((_, index) => survives[index])
        const dropped = p.filter((_, index) => !survives[index])
        expect(Math.max(...kept, -1)).toBeLessThan(Math.min(...dropped, 2))
      }),
    )
  })

  it('keeps no fewer at a higher rate, no more than without correction, and no fewer than Bonferroni', () => {
    fc.assert(
      fc.property(pValues, (p) => {
        const strict = benjaminiHochberg(p, 0.01)
        const loose = benjaminiHochberg(p, 0.1)
        p.forEach((value, index) => {
          if (strict[index]) expect(loose[index]).toBe(true)
          if (loose[index]) expect(value).toBeLessThanOrEqual(0.1)
          if (value <= 0.1 / p.length) expect(loose[index]).toBe(true)
        })
      }),
    )
  })
})
