import fc from 'fast-check'
import { expect, test } from 'vitest'
import { formatMinor } from '#shared/values/money.ts'
import { readAmount, readBasisPoints } from '#shared/values/reading/readAmount.ts'
import { readBoolean } from '#shared/values/reading/readBoolean.ts'
import { decimalText, readNumber } from '#shared/values/reading/readNumber.ts'
import { readPhone } from '#shared/values/reading/readPhone.ts'
import { unseenMarks } from '#test/support/formats/unseenMarks.ts'

const runs = { numRuns: process.env.REDRESS_FULL === '1' ? 5_000 : 300 }
const mark = fc.constantFrom('.' as const, ',' as const)

test.each([
  ['1,450.00', '.', 145_000],
  ['1450', '.', 145_000],
  ['1.450,00', ',', 145_000],
  ['1450,00', ',', 145_000],
  ['1 450,00', ',', 145_000],
  ['1\u202f450,00', ',', 145_000],
  ["1'450.00", '.', 145_000],
  ['1’450.00', '.', 145_000],
  ['١٬٤٥٠٫٠٠', '.', 145_000],
  ['١٬٤٥٠٫٠٠', ',', 145_000],
  ['SAR 1,450.00', '.', 145_000],
  ['1,450.00\u00a0sar', '.', 145_000],
  ['\u200e-1,450.00', '.', -145_000],
  ['\u22121450', '.', -145_000],
  ['1.450', ',', 145_000],
] as const)('%s with %s before decimals is an amount', (text, decimalMark, minor) => {
  expect(readAmount(text, 'SAR', decimalMark)).toBe(minor)
})

test.each([
  ['1.450', '.'],
  ['1,450', ','],
  ['1450.00', ','],
  ['1450,00', '.'],
  ['1.450.00', ','],
  ['1 450.000', '.'],
  ['USD 5', '.'],
  ['(5.00)', '.'],
  ['1e3', '.'],
  ['', '.'],
] as const)('%s with %s before decimals is refused, for it may mean two amounts or none', (text, decimalMark) => {
  expect(readAmount(text, 'SAR', decimalMark)).toBeUndefined()
})

test.each([
  ['20', 2000],
  ['20%', 2000],
  ['12.34 %', 1234],
  ['٢٠٪', 2000],
  ['20\u200e%\u200e', 2000],
  ['%20', 2000],
  ['0.125', undefined],
  ['20%%', undefined],
])('%s is a percentage of %s hundredths', (text, basisPoints) => {
  expect(readBasisPoints(text, '.')).toBe(basisPoints)
})

test.each([
  ['1,234.5', '.', 1234.5],
  ['1.234,5', ',', 1234.5],
  ['1.5E-07', '.', 1.5e-7],
  ['1.23457E+11', '.', undefined],
  ['٣٫٥', '.', 3.5],
  ['.5', '.', 0.5],
  ['0x10', '.', undefined],
  ['1,2', '.', undefined],
  ['Infinity', '.', undefined],
  ['12.', '.', undefined],
] as const)('%s with %s before decimals is the number %s', (text, decimalMark, number) => {
  expect(readNumber(text, decimalMark)).toBe(number)
})

test.each([
  [true, 'TRUE yes Yes 1 x ✓ نعم صواب 是 真 VERO sì Sì PATIESS jā Jā'],
  [false, 'FALSE no No 0 لا خطأ 否 假 FALSO APLAMS nē Nē'],
  [undefined, 'maybe ja? 2 yesno'],
])('%s is said in five languages', (expected, words) => {
  for (const word of words.split(' ')) expect(readBoolean(word), word).toBe(expected)
})

test.each([
  '+966501234567',
  '\u202a+966501234567\u202c',
  '+966\u201150\u2011123\u20114567',
  '+966 50 123 4567',
  '00966501234567',
  '+966 (0)50 123 4567',
  'tel:+966-50-123-4567',
  '+966.50.123.4567',
  '+٩٦٦٥٠١٢٣٤٥٦٧',
  '+\u00a0966\u00a050\u00a01234567\ufeff',
  '＋９６６５０１２３４５６７',
])('%s is one phone', (text) => {
  expect(readPhone(text)).toBe('+966501234567')
})

test.each(['0501234567', '966501234567', '+0966501234567', '+96650123456x', '+966 50 123 4567 ext 5', '+9665', ''])(
  '%s is no number that can be called from anywhere',
  (text) => {
    expect(readPhone(text)).toBeUndefined()
  },
)

test('every number and amount is read back as it was written, with either mark', () => {
  fc.assert(
    fc.property(
      fc.double({ noNaN: true, noDefaultInfinity: true }),
      fc.maxSafeInteger(),
      mark,
      (number, minor, decimalMark) => {
        if (number === 0 || Math.abs(number) >= 1e-9)
          expect(readNumber(decimalText(number, decimalMark), decimalMark)).toBe(number === 0 ? 0 : number)
        for (const currency of ['SAR', 'KWD', 'JPY', 'CLF'])
          expect(readAmount(formatMinor(minor, currency).replace('.', decimalMark), currency, decimalMark)).toBe(minor)
      },
    ),
    runs,
  )
})

test('marks that nobody sees, blanks that do not break and any hyphen change nothing', () => {
  const unseen = fc.constantFrom(...unseenMarks, '')
  const hyphen = fc.constantFrom('-', '\u2010', '\u2011', '\u2012', '\u2013', '\u2212')
  const blank = fc.constantFrom(' ', '\u00a0', '\u202f', '\u2009')
  const written = fc.constantFrom('+966-50-123 4567', '-1 450.5', '20')
  fc.assert(
    fc.property(written, fc.infiniteStream(unseen), hyphen, blank, (text, marks, dash, space) => {
      const disguised = [...text]
        .map((letter) => `${marks.next().value}${letter === '-' ? dash : letter === ' ' ? space : letter}`)
        .join('')
      expect(readPhone(disguised)).toBe(readPhone(text))
      expect(readAmount(disguised, 'SAR', '.')).toBe(readAmount(text, 'SAR', '.'))
    }),
    runs,
  )
})
