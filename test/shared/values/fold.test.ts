import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fold } from '#shared/values/fold.ts'

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
