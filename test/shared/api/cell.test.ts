import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { cellOf, cellValue, columnOf } from '#shared/api/cell.ts'
import {
  basisPoints,
  boolean,
  choice,
  choices,
  day,
  group,
  instant,
  integer,
  longText,
  money,
  number,
  phone,
  text,
  texts,
} from '#shared/declaration/field.ts'
import { readCsv, writeCsv } from '#shared/values/csv.ts'

const fields = {
  name: text(),
  notes: longText(),
  count: integer(),
  score: number(-1e6, 1e6),
  priceMinor: money(),
  isVip: boolean(),
  bornOn: day(),
  demands: choices(['apology', 'refund', 'other']),
  title: texts(),
  party: group({ name: text(), level: integer() }),
}
const stored = {
  zone: 'UTC',
  currency: 'SAR',
  decimalMark: '.',
  now: '2026-11-20T08:15:00.000Z',
  isStored: true,
} as const
const columns = Object.entries(fields).map(([name, field]) => columnOf(name, field))
const word = fc
  .string({ unit: 'binary', minLength: 1, maxLength: 40 })
  .filter((value) => value.isWellFormed() && value.trim() === value && !value.includes('\0'))
const values = fc.record(
  {
    name: word,
    notes: word,
    count: fc.nat(),
    score: fc.double({ min: -1e6, max: 1e6, noNaN: true }).map((value) => (Math.abs(value) < 1e-9 ? 0 : value)),
    priceMinor: fc.integer(),
    isVip: fc.boolean(),
    bornOn: fc.constant('2026-11-22'),
    demands: fc.uniqueArray(fc.constantFrom('apology', 'refund', 'other'), { minLength: 1 }),
    title: fc.dictionary(fc.constantFrom('en', 'ar'), word, { minKeys: 1 }),
    party: fc.record({ name: word, level: fc.nat() }),
  },
  { requiredKeys: [] },
)

test('a record written to a file is the same record when it is read back', () => {
  fc.assert(
    fc.property(fc.array(values, { minLength: 1, maxLength: 5 }), (records) => {
      const rows = records.map((record) =>
        Object.fromEntries(Object.entries(record).map(([name, value]) => [name, cellOf(value)])),
      )
      const back = readCsv(columns, writeCsv(columns, rows)).map((row) =>
        Object.fromEntries(
          Object.entries(fields).flatMap(([name, field]) => {
            const cell = row[name] ?? ''
            return cell === '' ? [] : [[name, cellValue(field, cell, stored)]]
          }),
        ),
      )
      expect(back).toEqual(records)
    }),
  )
})

const typed = { ...stored, zone: 'Asia/Riyadh', isStored: false }

test.each([
  [integer(), '12', 12],
  [integer(), ' 12 ', 12],
  [integer(), '1,200', 1200],
  [integer(), '1,20', '1,20'],
  [money(), '1450.00', 145_000],
  [money(), '-5', -500],
  [money(), '1.450', '1.450'],
  [basisPoints(), '12.5%', 1250],
  [boolean(), 'TRUE', true],
  [boolean(), 'FALSO', false],
  [boolean(), 'maybe', 'maybe'],
  [phone(), '\u202a+966 50\u2011123 4567\u202c', '+966501234567'],
  [phone(), '050 123 4567', '050 123 4567'],
  [day(), '01-Feb-1990', '1990-02-01'],
  [day(), '2026-02-31', '2026-02-31'],
  [instant(), '20/11/2026 08:15', '2026-11-20T05:15:00.000Z'],
  [instant(), '2026-11-20T08:15:00Z', '2026-11-20T08:15:00.000Z'],
  [instant(), '2026-02-31 10:00', '2026-02-31 10:00'],
  [choice(['in-person']), ' in\u200b-person\u00a0', 'in-person'],
  [choices(['a', 'b']), 'a; b;', ['a', 'b']],
  [texts(), '{"en":', '{"en":'],
])(
  'a cell is read as people and spreadsheets write it, and what means nothing is kept for the check: %#',
  (field, cell, value) => {
    expect(cellValue(field, cell, typed)).toEqual(value)
  },
)

test('a column that is named by its minor units holds whole ones', () => {
  expect(cellValue(money(), '145000', stored)).toBe(145_000)
  expect(cellValue(money(), '1450.00', stored)).toBe('1450.00')
  expect(cellValue(basisPoints(), '2000', stored)).toBe(2000)
  expect(cellValue(basisPoints(), '20%', stored)).toBe('20%')
})
