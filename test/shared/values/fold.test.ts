import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fold, phoneDigits, phoneSearchPrefix, reversedPhone, tokens } from '#shared/values/fold.ts'

describe('folding', () => {
  it.each([
    ['أحمد', 'احمد'],
    ['إبراهيم', 'ابراهيم'],
    ['آمنة', 'امنه'],
    ['ٱلرحمن', 'الرحمن'],
    ['مُحَمَّد', 'محمد'],
    ['محـــمد', 'محمد'],
    ['ليلى', 'ليلي'],
    ['هناء', 'هنا'],
    ['مؤمن', 'مومن'],
    ['رائد', 'رايد'],
    ['علی کریم', 'علي كريم'],
    ['غرفة ١٢٣ ۴۵', 'غرفه 123 45'],
    ['José  Ñandú', 'jose nandu'],
    ['Jānis Bērziņš', 'janis berzins'],
    ['STRAẞE Ødegård', 'strasse odegard'],
    ['İrem', 'irem'],
    ['ＡＢＣ', 'abc'],
    ["O'Neill", 'oneill'],
    ['王小明', '王小明'],
    ['सीता', 'सीता'],
  ])('of %s is %s', (name, expected) => {
    expect(fold(name)).toBe(expected.normalize('NFKD'))
  })

  it('is idempotent and ignores case for every character', () => {
    const folding: string[] = []
    for (let point = 0; point <= 0x10ffff; point++) {
      if (point >= 0xd800 && point <= 0xdfff) continue
      const once = fold(String.fromCodePoint(point))
      if (fold(once) !== once) folding.push(point.toString(16))
    }
    expect(folding).toEqual([])
  })

  it('is idempotent for any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(fold(fold(text))).toBe(fold(text))
        expect(fold(text.normalize('NFD'))).toBe(fold(text.normalize('NFC')))
      }),
    )
  })
})

describe('the words of a name', () => {
  it.each([
    ['Dr. Al-Harbi, Noura', ['dr', 'al', 'harbi', 'noura']],
    ['عبد الله  عبدالرحمن', ['عبدالله', 'عبدالرحمن']],
    ['Anna anna ANNA', ['anna']],
    [' - ', []],
  ])('of %s are %j', (name, expected) => {
    expect(tokens(name)).toEqual(expected)
  })

  it('have no blanks and fold to themselves', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (name) => {
        for (const token of tokens(name)) expect(token !== '' && !/\s/.test(token) && fold(token) === token).toBe(true)
      }),
    )
  })
})

describe('a phone number', () => {
  it.each([
    ['+966 50 123 4567', undefined, '966501234567'],
    ['00966-50-1234567', undefined, '966501234567'],
    ['٠٥٠١٢٣٤٥٦٧', '966', '966501234567'],
    ['0501234567', undefined, '0501234567'],
    ['+44 (0)20 7946 0000', '966', '442079460000'],
    ['(050) 123-4567 ext. 12', '966', '966501234567'],
    ['', '966', ''],
  ])('%s of country %s is %s', (phone, countryCode, digits) => {
    expect(phoneDigits(phone, countryCode)).toBe(digits)
  })

  it('is found by any last four or more digits, and by the whole national number', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[1-9][01]{8}$/), fc.integer({ min: 4, max: 9 }), (national, length) => {
        const stored = reversedPhone(`+966${national}`)
        const typed = [national.slice(-length), `0${national}`, `+966${national}`, `00966${national}`]
        for (const text of typed) expect(stored.startsWith(phoneSearchPrefix(text) ?? '?')).toBe(true)
      }),
    )
  })

  it('is not found by three digits', () => {
    expect(phoneSearchPrefix('567')).toBeUndefined()
    expect(phoneSearchPrefix('0567')).toBe('7650')
  })
})
