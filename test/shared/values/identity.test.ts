import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fold, foldDigits, foldIdentity } from '#shared/values/fold.ts'

/** The zeros of some scripts, whose other digits follow them. */
const zeros = [0x660, 0x6f0, 0x966, 0x9e6, 0xe50, 0xff10, 0x1d7ce, 0x1d7ec, 0x104a0, 0x1e950]
const unseen = [
  '\u200b',
  '\u200d',
  '\u00ad',
  '\u200e',
  '\u200f',
  '\u202e',
  '\u2066',
  '\u2069',
  '\ufeff',
  '\u061c',
  '\u2060',
  '\u{e0041}',
]

/** A value as somebody might write it so that it looks the same. */
const lookAlike = (text: string) =>
  fc
    .tuple(...[...text].map((letter) => fc.tuple(disguised(letter), fc.constantFrom('', ...unseen))))
    .map((parts) => parts.flat().join(''))

function disguised(letter: string): fc.Arbitrary<string> {
  const forms = [letter, letter.toUpperCase(), letter.toLowerCase()]
  if (/\d/.test(letter)) forms.push(...zeros.map((zero) => String.fromCodePoint(zero + Number(letter))))
  if (/[!-~]/.test(letter)) forms.push(String.fromCodePoint(letter.charCodeAt(0) + 0xfee0))
  if (letter === '-') forms.push('\u2010', '\u2011', '\u2013')
  return fc.constantFrom(...forms)
}

const written = fc.stringMatching(/^[A-Za-z0-9-]{1,12}$/)

describe('what people cannot tell apart', () => {
  test('is the same value, and a search finds it by whatever digits', () => {
    fc.assert(
      fc.property(
        written.chain((text) => fc.tuple(fc.constant(text), lookAlike(text))),
        ([text, other]) => {
          expect(foldIdentity(other)).toBe(foldIdentity(text))
          expect(fold(foldDigits(text))).toBe(fold(text))
        },
      ),
    )
  })

  test('what they can tell apart is not', () => {
    for (const [one, other] of [
      ['José', 'Jose'],
      ['M-1', 'M-2'],
      ['AB', 'A B'],
      ['علي', 'على'],
      ['M1', 'Ml'],
    ])
      expect(foldIdentity(one ?? '')).not.toBe(foldIdentity(other ?? ''))
  })

  test('folding is done at once, for every written character and any text', () => {
    // Above the third plane there are only tags and private characters.
    for (let point = 0; point <= 0xe0fff; point = point === 0x2ffff ? 0xe0000 : point + 1) {
      if (point >= 0xd800 && point <= 0xdfff) continue
      const once = foldIdentity(String.fromCodePoint(point))
      if (foldIdentity(once) !== once) throw new Error(`U+${point.toString(16)} is folded twice`)
    }
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => foldIdentity(foldIdentity(text)) === foldIdentity(text)),
    )
  })

  test('every digit there is has a value', () => {
    for (let point = 0x80; point <= 0x1ffff; point++) {
      const letter = point >= 0xd800 && point <= 0xdfff ? '' : String.fromCodePoint(point)
      if (/\p{Nd}/u.test(letter)) expect(foldDigits(letter)).toMatch(/^[0-9]$/)
    }
  })

  test('digits of every script have their value', () => {
    for (const zero of zeros)
      expect(foldDigits([...Array(10).keys()].map((value) => String.fromCodePoint(zero + value)).join(''))).toBe(
        '0123456789',
      )
  })
})
