import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  extend,
  formatMinor,
  minorDigits,
  parseMinor,
  readMinor,
  roundedQuotient,
  share,
  sumMinor,
} from '#shared/values/money.ts'

const currency = fc.constantFrom('SAR', 'KWD', 'JPY', 'CLF')
const amount = fc.maxSafeInteger()

describe('rounding', () => {
  it.each([
    [25665, 1000, 2567],
    [5, 1000, 1],
    [4, 1000, 0],
    [-5, 1000, -1],
    [-25665, 1000, -2567],
    [23098, 2000, 4620],
    [0, 3333, 0],
  ])('takes a share of %i at %i basis points as %i', (amountMinor, basisPoints, expected) => {
    expect(share(amountMinor, basisPoints)).toBe(expected)
  })

  it('agrees with exact arithmetic at any size', () => {
    fc.assert(
      fc.property(amount, fc.nat(10_000), (amountMinor, basisPoints) => {
        const exact = BigInt(amountMinor) * BigInt(basisPoints)
        const error = BigInt(share(amountMinor, basisPoints)) * 10_000n - exact
        expect(error >= -5000n && error <= 5000n).toBe(true)
        if (error === 5000n) expect(amountMinor).toBeGreaterThan(0)
        if (error === -5000n) expect(amountMinor).toBeLessThan(0)
      }),
    )
  })

  it('mirrors negative amounts and never returns minus zero', () => {
    fc.assert(
      fc.property(fc.nat(), fc.nat(10_000), (amountMinor, basisPoints) => {
        expect(share(-amountMinor, basisPoints)).toBe(0 - share(amountMinor, basisPoints))
      }),
    )
  })

  it('rounds quotients half away from zero and refuses what is not exact', () => {
    expect([roundedQuotient(5n, 2n), roundedQuotient(-5n, 2n), roundedQuotient(4n, 3n)]).toEqual([3, -3, 1])
    expect(() => extend(2, Number.MAX_SAFE_INTEGER)).toThrow(RangeError)
    expect(() => sumMinor([Number.MAX_SAFE_INTEGER, 1])).toThrow(RangeError)
  })
})

describe('decimals', () => {
  it.each([
    ['SAR', 2],
    ['KWD', 3],
    ['BHD', 3],
    ['OMR', 3],
    ['JOD', 3],
    ['TND', 3],
    ['JPY', 0],
    ['EUR', 2],
  ])('gives %s %i', (code, digits) => {
    expect(minorDigits(code)).toBe(digits)
  })

  it.each([
    [123456, 'SAR', '1234.56'],
    [-500, 'KWD', '-0.500'],
    [0, 'SAR', '0.00'],
    [-7, 'SAR', '-0.07'],
    [70, 'JPY', '70'],
  ])('writes %i %s as %s', (amountMinor, code, text) => {
    expect(formatMinor(amountMinor, code)).toBe(text)
  })

  it.each([
    ['1,234.56', 'SAR', 123456],
    ['١٬٢٣٤٫٥٦', 'SAR', 123456],
    ['۱۲۳۴٫۵', 'SAR', 123450],
    ['\u200f-0.500', 'KWD', -500],
    ['−12', 'SAR', -1200],
    ['1 234 567', 'JPY', 1234567],
    [' .5 ', 'SAR', 50],
    ['-0', 'SAR', 0],
  ])('reads %s in %s as %i', (text, code, amountMinor) => {
    expect(parseMinor(text, code)).toBe(amountMinor)
  })

  it.each([
    '',
    '-',
    '.',
    '12.',
    '1.234',
    '12,34',
    '1,23,456',
    '1,234 567',
    '1e3',
    '0x10',
    'NaN',
    '9'.repeat(17),
    '1.2.3',
  ])('refuses %j', (text) => {
    expect(parseMinor(text, 'SAR')).toBeUndefined()
  })

  it.each(['', '-', '1', '1.5', '1.500', '01.50', '+1.50', '-0.00', '1,000.00', '.50', '1.5e', '9'.repeat(20)])(
    'reads %j not as its own writing',
    (text) => {
      expect(readMinor(text, 'SAR')).toBeUndefined()
    },
  )

  it('reads back every amount it writes', () => {
    fc.assert(
      fc.property(amount, currency, (amountMinor, code) => {
        expect(readMinor(formatMinor(amountMinor, code), code)).toBe(amountMinor)
        expect(parseMinor(formatMinor(amountMinor, code), code)).toBe(amountMinor)
      }),
    )
  })
})
