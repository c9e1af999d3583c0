import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { cellOf, cellValue, columnOf } from '#shared/api/cell.ts'
import {
  boolean,
  choices,
  day,
  group,
  integer,
  longText,
  money,
  number,
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
            return cell === '' ? [] : [[name, cellValue(field, cell)]]
          }),
        ),
      )
      expect(back).toEqual(records)
    }),
  )
})

test.each([
  [integer(), '12', 12],
  [integer(), ' 12 ', 12],
  [integer(), '1,200', '1,200'],
  [money(), '-5', -5],
  [boolean(), 'TRUE', true],
  [boolean(), 'maybe', 'maybe'],
  [choices(['a', 'b']), 'a; b;', ['a', 'b']],
  [texts(), '{"en":', '{"en":'],
])('a typed cell is read as people type it, and an invalid value is kept for the check: %#', (field, cell, value) => {
  expect(cellValue(field, cell)).toEqual(value)
})
