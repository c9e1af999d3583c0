import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isSearchable, searchText, searchWords } from '#shared/values/search.ts'

/** Whether a search for what somebody typed finds a record of these texts. */
function finds(typed: string, ...texts: string[]): boolean {
  const words = searchWords(typed)
  return words.length > 0 && words.every((word) => searchText(texts).includes(word))
}

describe('a search', () => {
  it.each([
    ['小明', '王小明'],
    ['明', '王小明'],
    ['Alharbi', 'Noura Al-Harbi'],
    ['Al-Harbi', 'Noura Alharbi'],
    ['noura harbi', 'Noura Al-Harbi'],
    ['harbi noura', 'Noura Al-Harbi'],
    ['حربي', 'يوسف الحربي'],
    ['عبدالرحمن', 'عبد الرحمن السالم'],
    ['عبد الرحمن', 'عبدالرحمن السالم'],
    ['abdulrahman', 'Abdul Rahman Saleh'],
    ['Abdul Rahman', 'Abdulrahman Saleh'],
    ['oneil', 'Sinead O’Neil'],
    ["O'Ne", 'Sinead ONeil'],
    ['riam sale', 'Mariam Saleh'],
    ['josef', 'Joséf Harb'],
    ['BERZ', 'Jānis Bērziņš'],
    ['احمد', 'أَحْمَد'],
    ['000012', 'C-2026-000012'],
    ['2026-000012', 'C-2026-000012'],
    ['c2026', 'C-2026-000012'],
    ['0001', 'C-2026-000012'],
    ['٠٠٠٠١٢', 'C-2026-000012'],
  ])('for %s finds %s', (typed, text) => {
    expect(finds(typed, 'something else', text)).toBe(true)
  })

  it.each([
    ['أحمد', 'محمود'],
    ['harb qahtani', 'Noura Al-Harbi'],
    ['000021', 'C-2026-000012'],
    ['4568', '+966501234567'],
    ['-', 'Noura Al-Harbi'],
    ['', 'Noura Al-Harbi'],
  ])('for %j does not find %s', (typed, text) => {
    expect(finds(typed, text)).toBe(false)
  })

  it('does not run from one text into the next', () => {
    expect(finds('salehm', 'Mariam Saleh', 'M-1')).toBe(false)
    expect(finds('saleh m1', 'Mariam Saleh', 'M-1')).toBe(true)
    expect(searchText(['', '-', 'M-1', ' '])).toBe('m1')
  })

  it.each([
    '+966 50 123 4567',
    '00966-50-1234567',
    '0501234567',
    '050 123 4567',
    '(050) 123-4567',
    '+966 (0)50 123 4567',
    '٠٥٠١٢٣٤٥٦٧',
    '۰۵۰ ۱۲۳ ۴۵۶۷',
    '501234567',
    '050123',
    '4567',
    '1234',
  ])('finds the phone +966501234567 by %s', (typed) => {
    expect(isSearchable(typed) && finds(typed, '+966501234567')).toBe(true)
  })

  it('finds a phone by any four digits or more in a row, and by the whole national number', () => {
    const national = fc.stringMatching(/^[1-9]\d{7,9}$/)
    fc.assert(
      fc.property(national, fc.nat(), fc.nat(), (number, start, length) => {
        const from = start % (number.length - 3)
        const part = number.slice(from, from + 4 + (length % number.length))
        for (const typed of [part, number, `0${number}`, `+966${number}`, `00966${number}`, `(0)${number}`])
          expect(finds(typed, `+966${number}`), typed).toBe(true)
      }),
    )
  })

  it('finds a text by the whole of it, by any of its words, and by any part of a word', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), fc.nat(), fc.nat(), (text, start, length) => {
        if (searchText([text]) === '') return
        expect(finds(text, 'before', text, 'after')).toBe(true)
        for (const word of searchWords(text)) {
          expect(finds(word, text)).toBe(true)
          const letters = [...new Intl.Segmenter().segment(word)].map(({ segment }) => segment)
          const from = start % letters.length
          const part = letters.slice(from, from + 1 + (length % letters.length)).join('')
          if (searchWords(part).length > 0) expect(finds(part, text)).toBe(true)
        }
      }),
      { numRuns: 500 },
    )
  })

  it('has no words that a record could not hold', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (typed) => {
        for (const word of searchWords(typed)) expect(searchText([word])).toBe(word)
      }),
    )
  })
})

describe('what was typed', () => {
  it.each(['al', 'A1', '12', '0001', '000', '明', '小明', 'عب', 'a b', '王', '-明-'])('is enough: %s', (typed) => {
    expect(isSearchable(typed)).toBe(true)
  })

  it.each(['', ' ', 'a', ' a ', '-', '--', '1', 'ع', 'ــ', 'a-', '’’'])('is not enough: %j', (typed) => {
    expect(isSearchable(typed)).toBe(false)
  })
})
