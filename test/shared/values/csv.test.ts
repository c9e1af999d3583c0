import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type CsvColumn, guard, parseCsv, readCsv, unguard, writeCsv } from '#shared/values/csv.ts'
import { CsvError } from '#shared/values/table/CsvError.ts'

const columns = [
  { name: 'name', kind: 'text' },
  { name: 'amount', kind: 'number' },
  { name: 'note', kind: 'text' },
] as const satisfies CsvColumn[]

const nasty = fc.constantFrom(
  '=',
  '+',
  '-',
  '@',
  '\t',
  '\r',
  '\n',
  '\0',
  "'",
  '"',
  ',',
  ';',
  ' ',
  '\ufeff',
  '＝',
  'a',
  '٣',
  '=1+1',
)
const cell = fc.oneof(
  fc.array(nasty, { maxLength: 8 }).map((parts) => parts.join('')),
  fc.string({ unit: 'grapheme' }),
  fc.constantFrom('+966501234567', '-12.50', "'=SUM(A1)", "''", "'Aref", '=cmd|calc!A0', '@SUM(1)', '\r\n', '"', '""'),
)
const amount = fc.integer().map((value) => `${value}.50`)
const row = fc.record({ name: cell, amount: fc.oneof(amount, fc.constant('')), note: cell })

describe('a table', () => {
  it('is written with a byte order mark, CRLF and doubled quotes', () => {
    const written = writeCsv(columns, [{ name: 'Noura "N", Aziz', amount: -5, note: 'two\nlines' }])
    expect(written).toBe('\ufeffname,amount,note\r\n"Noura ""N"", Aziz",-5,"two\nlines"\r\n')
  })

  it('reads back every cell it writes', () => {
    fc.assert(
      fc.property(fc.array(row, { maxLength: 6 }), (rows) => {
        expect(readCsv(columns, writeCsv(columns, rows))).toEqual(rows)
      }),
      { numRuns: 1000 },
    )
  })

  it('of one column keeps its empty rows', () => {
    const single: CsvColumn[] = [{ name: 'only', kind: 'text' }]
    fc.assert(
      fc.property(fc.array(cell), (cells) => {
        const rows = cells.map((only) => ({ only }))
        expect(readCsv(single, writeCsv(single, rows))).toEqual(rows)
      }),
    )
  })

  it('shows a spreadsheet no formula', () => {
    fc.assert(
      fc.property(cell, cell, (name, note) => {
        const [, cells = []] = parseCsv(writeCsv(columns, [{ name, amount: -1, note }]))
        for (const shown of [cells[0], cells[2]]) expect(shown).not.toMatch(/^(?:\s*[=+\-@＝＋－＠]|[\t\r\n\0])/)
      }),
      { numRuns: 1000 },
    )
  })

  it.each(['=1', '1;2', 'NaN', '1e5', ' 1', '+1', "'1"])('refuses %j in a number column', (value) => {
    expect(() => writeCsv(columns, [{ amount: value }])).toThrow(RangeError)
  })
})

describe('a guard', () => {
  it.each([
    ['=1+1', "'=1+1"],
    ['+966501234567', "'+966501234567"],
    ["'=1", "''=1"],
    ["'Aref", "'Aref"],
    [' @x', "' @x"],
    ['plain', 'plain'],
    ['', ''],
  ])('makes %j %j', (text, guarded) => {
    expect(guard(text)).toBe(guarded)
    expect(unguard(guarded)).toBe(text)
  })

  it('is removed again for any text', () => {
    fc.assert(
      fc.property(cell, (text) => {
        expect(unguard(guard(text))).toBe(text)
      }),
      { numRuns: 2000 },
    )
  })
})

describe('reading', () => {
  it.each<[string, string[][]]>([
    [
      'a,b\n1,2\n',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    [
      'a,b\r1,\r',
      [
        ['a', 'b'],
        ['1', ''],
      ],
    ],
    ['\ufeffa\r\n\r\n""\r\n', [['a'], ['']]],
    [',\n', [['', '']]],
    ['a,', [['a', '']]],
    ['5" pipe,x', [['5" pipe', 'x']]],
    ['"a""b","c\r\nd"', [['a"b', 'c\r\nd']]],
    ['', []],
  ])('%j gives %j', (text, rows) => {
    expect(parseCsv(text)).toEqual(rows)
  })

  it('takes another delimiter', () => {
    expect(parseCsv('a;"b;c"\n', ';')).toEqual([['a', 'b;c']])
  })

  it.each([
    ['a\n"b', 'A quoted cell is not closed (line 2)'],
    ['"a\nb"\n"c"d', 'Text follows a closing quote (line 3)'],
  ])('%j fails with its line', (text, message) => {
    expect(() => parseCsv(text)).toThrow(new CsvError(message.replace(/ \(.*/, ''), Number(message.at(-2))))
  })

  it('refuses other columns and a short row', () => {
    expect(() => readCsv(columns, 'name,note\n')).toThrow(CsvError)
    expect(() => readCsv(columns, 'name,amount,note\na,1\n')).toThrow('Row 1 has 2 cells instead of 3')
  })
})
