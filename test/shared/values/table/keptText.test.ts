import fc from 'fast-check'
import { expect, test } from 'vitest'
import { guard } from '#shared/values/csv.ts'
import { keepText, keptText } from '#shared/values/table/keptText.ts'

const part = fc.constantFrom(
  "'",
  '0',
  '1',
  '12',
  '-',
  '/',
  '.',
  ' ',
  '=',
  '+',
  'e',
  'Mar',
  'TRUE',
  'a',
  '%',
  '(',
  '٣',
  '年',
)
const texts = fc.oneof(
  fc.array(part, { maxLength: 6 }).map((parts) => parts.join('')),
  fc.string({ unit: 'grapheme' }),
)

test('a text that was kept from a spreadsheet is read back, and so is one that was only guarded', () => {
  fc.assert(
    fc.property(texts, (text) => {
      expect(keptText(keepText(text))).toBe(text)
      expect(keptText(keepText(guard(text)))).toBe(guard(text))
    }),
    { numRuns: 3000 },
  )
})

test.each([
  '0012',
  '3-4',
  '1/2',
  '12.5',
  '1e5',
  '123456789012',
  'TRUE',
  'falso',
  'Mar 1',
  '1-gen',
  '2026-11-20',
  '08:30',
  '5%',
  '(7)',
  '$5',
  '=1',
])('a spreadsheet is kept from changing %s', (text) => {
  expect(keepText(text)).toBe(`'${text}`)
})

test.each(['0', '42', '12345678901', 'M-31', 'Noor', 'patient_01H', 'Marta', 'C-2026-0001', ''])(
  '%s needs no mark',
  (text) => {
    expect(keepText(text)).toBe(text)
  },
)

test('a long cell of marks is read at once', () => {
  for (const mark of ["'", ' ', '(', '1 ', '-', 'e'])
    expect(keptText(`'${mark.repeat(100_000)}x`).length).toBeGreaterThan(100_000)
})
