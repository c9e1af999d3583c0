import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readText } from '#admin/sheet/clipboard/readText.ts'
import { tableText } from '#admin/sheet/clipboard/writeTable.ts'

test.each([
  ['rows of Excel, ended by CR LF', '+966511111181\r\n+966511111182\r\n', [['+966511111181'], ['+966511111182']]],
  [
    'rows of a text editor, ended by LF',
    'a\tb\nc\td\n',
    [
      ['a', 'b'],
      ['c', 'd'],
    ],
  ],
  [
    'rows ended by CR alone',
    'a\tb\rc\td\r',
    [
      ['a', 'b'],
      ['c', 'd'],
    ],
  ],
  ['the last row not ended', 'a\nb', [['a'], ['b']]],
  ['an empty row in the middle', 'a\r\n\r\nb\r\n', [['a'], [''], ['b']]],
  ['one empty cell', '\r\n', [['']]],
  ['nothing', '', []],
  [
    'a cell of two lines',
    '"Huda\nNasser"\tR1x\r\nLina Aziz\tR2x\r\n',
    [
      ['Huda\nNasser', 'R1x'],
      ['Lina Aziz', 'R2x'],
    ],
  ],
  ['a cell with a tab', '"a\tb"\tc', [['a\tb', 'c']]],
  ['doubled marks in a quoted cell', '"say ""yes""\n"\tx', [['say "yes"\n', 'x']]],
  [
    'a mark inside a cell that is not quoted',
    '5" pipe\t6\' beam\n7"\tx',
    [
      ['5" pipe', "6' beam"],
      ['7"', 'x'],
    ],
  ],
  [
    'a word in marks that begins a cell',
    '"Great" service\tx\n"Bad" food\ty',
    [
      ['"Great" service', 'x'],
      ['"Bad" food', 'y'],
    ],
  ],
  [
    'a mark that is never closed',
    '"abc\tx\ny\tz',
    [
      ['"abc', 'x'],
      ['y', 'z'],
    ],
  ],
  ['a mark that only a later row seems to close', '"abc\n"def" x\ty', [['"abc'], ['"def" x', 'y']]],
  ['empty quoted cells', '""\t""\r\n', [['', '']]],
  ['Arabic and marks of direction', 'هدى\t\u202a+966501234569\u202c', [['هدى', '\u202a+966501234569\u202c']]],
])('%s', (_, text, rows) => {
  expect(readText(text)).toEqual(rows)
})

/** Texts with all that makes reading hard. */
const hostile = fc.string({
  unit: fc.constantFrom('"', '\t', '\n', '\r', 'a', 'ب', ' ', '\u00a0', '‏'),
  maxLength: 60,
})

test('no text makes it fail, and each tab and row of an unquoted one is found', () => {
  fc.assert(
    fc.property(hostile, (text) => {
      const rows = readText(text)
      const plain = text.replace(/\r\n?/g, '\n')
      if (!text.includes('"')) expect(rows.map((cells) => cells.join('\t')).join('\n')).toBe(plain.replace(/\n$/, ''))
    }),
    { numRuns: 3000 },
  )
})

test('what is written is read again', () => {
  const cells = fc.array(fc.array(hostile, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 5 })
  fc.assert(
    fc.property(cells, (rows) => {
      const text = tableText(rows.map((row) => row.map((text) => ({ text, isText: true }))))
      expect(readText(text)).toEqual(rows.map((row) => row.map((each) => each.replace(/\r\n?/g, '\n'))))
    }),
    { numRuns: 1000 },
  )
})
