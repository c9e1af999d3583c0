import fc from 'fast-check'
import { expect, test } from 'vitest'
import { joinedForms } from '#functions/platform/jobs/files/pdf/arabicForms.ts'
import { breakLines, widthOf } from '#functions/platform/jobs/files/pdf/breakLines.ts'
import { lineOf, shapeLine } from '#functions/platform/jobs/files/pdf/shapeLine.ts'

const forms = (text: string) => joinedForms(text).map(({ code }) => code.toString(16))
/** What is seen from left to right; a bracket is named by the text, though its mirror image is drawn. */
const seen = (text: string) =>
  shapeLine(lineOf(text))
    .glyphs.map(({ text: said }) => said)
    .join('')

test('an Arabic letter has the form that its neighbours give it', () => {
  // سلام: seen, lam with alef as one sign, meem alone after it.
  expect(forms('سلام')).toEqual(['feb3', 'fefc', 'fee1'])
  expect(forms('بيت')).toEqual(['fe91', 'fef4', 'fe96'])
  // A dal joins to the right only, so that the letter after it begins a new group.
  expect(forms('دب')).toEqual(['fea9', 'fe8f'])
})

test('vowel signs do not part letters, and a shadda with its vowel is one sign', () => {
  expect(forms('بَيت')).toEqual(['fe91', '64e', 'fef4', 'fe96'])
  const [meem, ...others] = shapeLine(lineOf('مَّ')).glyphs
  expect([meem?.marks.length, others.length]).toEqual([1, 0])
})

test.each([
  ['a sentence of Arabic', 'مرحبا بك', 'كب ابحرم'],
  ['Latin within Arabic', 'نورة (Noura) سعد', 'دعس )Noura( ةرون'],
  ['an amount within Arabic', 'المبلغ \u2066-1,450.00\u2069 ريال', 'لاير -1,450.00 غلبملا'],
  ['a phone that is kept together', 'هاتف \u2066+966 50 123\u2069', '+966 50 123 فتاه'],
  ['Arabic within Latin', 'Noura نورة!', 'Noura ةرون!'],
  ['Chinese', '王小明。', '王小明。'],
])('%s is seen in its order', (_, text, order) => {
  expect(seen(text)).toBe(order)
})

test('brackets open towards what they hold, from either side', () => {
  const glyphsOf = (text: string) => shapeLine(lineOf(text)).glyphs.map(({ glyph }) => glyph)
  const [open, close] = glyphsOf('()')
  const arabic = glyphsOf('(سعد)')
  expect([arabic[0], arabic.at(-1)]).toEqual([open, close])
})

const anyText = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.string({ unit: 'binary' }),
  fc
    .array(
      fc.constantFrom('محمد', 'السلام', ' ', 'Sara', '王小', '-', '\n', '2026-11-20', '\u2066+966\u2069', 'Bērziņš'),
    )
    .map((all) => all.join('')),
)

test('lines put together are the text, whatever it says and however narrow they are', () => {
  fc.assert(
    fc.property(anyText, fc.integer({ min: 1, max: 20_000 }), (text, limit) => {
      const lines = breakLines(text, limit)
      expect(lines.map((line) => line.text).join('')).toBe(text)
      for (const { text: line, levels } of lines) expect(levels).toHaveLength(line.length)
    }),
  )
})

test('no line is wider than its limit, unless a single character is', () => {
  fc.assert(
    fc.property(anyText, fc.integer({ min: 2_000, max: 20_000 }), (text, limit) => {
      for (const { text: line } of breakLines(text, limit)) {
        const characters = [...new Intl.Segmenter('en').segment(line.trimEnd())].length
        if (characters > 1) expect(widthOf(line.trimEnd())).toBeLessThanOrEqual(limit)
      }
    }),
    { examples: [['\ufd42', 2000]] },
  )
})
