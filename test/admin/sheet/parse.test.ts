import { expect, test } from 'vitest'
import { toWall } from '#admin/language/format.ts'
import { wordsOf } from '#admin/language/words.ts'
import { copyText } from '#admin/sheet/edit/copy.ts'
import { parseCell } from '#admin/sheet/edit/parse.ts'
import { cellValue } from '#shared/api/cell.ts'
import {
  boolean,
  choice,
  currency,
  day,
  email,
  type Field,
  instant,
  integer,
  money,
  phone,
  reference,
  required,
  text,
} from '#shared/declaration/field.ts'
import { Case } from '#shared/entities/case.ts'
import { en } from '#shared/text/en/index.ts'
import { readInstant } from '#shared/values/reading/readInstant.ts'

const messages: Record<string, unknown> = en
const words = wordsOf((key, options) => {
  const text = key
    .split('.')
    .reduce<unknown>((words, part) => (words as Record<string, unknown> | undefined)?.[part], messages)
  return typeof text === 'string' ? text : String(options?._ ?? key)
})
const context = {
  words: { ...words, locale: 'en' },
  resource: 'cases',
  zone: 'Asia/Riyadh',
  currency: 'SAR',
  idOf: (_: string, title: string) => (title === 'Huda Nasser' ? 'user_01J7M4VHCQWSWZN2E66X7BJTTD' : undefined),
}
const read = (field: Field, entered: unknown, name = 'channel') => parseCell({ name, field }, entered, context)

test.each([
  [money(), '1,450.50', 145_050],
  [money(), '١٤٥٠٫٥ SAR', 145_050],
  [integer(), '12', 12],
  [choice(['in-person', 'phone']), 'In person', 'in-person'],
  [choice(['in-person', 'phone']), 'phone', 'phone'],
  [day(), '3.11.2026', '2026-11-03'],
  [instant(), '2026-11-03 14:05', '2026-11-03T11:05:00.000Z'],
  [boolean(), 'yes', true],
  [phone(), '00966 50 123 4567', '+966501234567'],
  [reference('users'), 'Huda Nasser', 'user_01J7M4VHCQWSWZN2E66X7BJTTD'],
  [text(), '', null],
])('a cell of kind $kind reads %s', (field, entered, value) => {
  expect(read(field, entered)).toEqual({ value })
})

test.each([
  [money(), '1.234'],
  [money(), 'abc'],
  [integer(0, 10), '11'],
  [choice(['a', 'b']), 'c'],
  [reference('users'), 'Nobody'],
  [required(text()), ''],
  [text(3), 'four'],
])('a cell refuses what its field refuses', (field, entered) => {
  expect(read(field, entered)).toHaveProperty('problem')
})

const written = { decimalMark: '.', now: '2026-11-20T08:15:00.000Z', zone: 'Asia/Riyadh', currency: 'SAR' } as const

/** What the check of a field makes of a text, undefined where it refuses it. */
const kept = (field: Field, value: unknown) => field.schema.safeParse(value).data

test.each([
  [instant(), '20/11/2026 08:15', '2026-11-20T05:15:00.000Z'],
  [instant(), '2026-11-20T08:15:00Z', '2026-11-20T08:15:00.000Z'],
  [instant(), '2026-11-20T11:15+03:00', '2026-11-20T08:15:00.000Z'],
  [instant(), '2026-02-31 10:00', undefined],
  [day(), '1990/2/28', '1990-02-28'],
  [day(), '01-Feb-1990', '1990-02-01'],
  [day(), '1990-02-28 00:00:00', '1990-02-28'],
  [day(), '10/08/2003', '2003-08-10'],
  [day(), '2003年8月10日', '2003-08-10'],
  [day(), '2026-02-31', undefined],
  [day(), '12/31/2003', undefined],
  [phone(), '\u202a+966501234569\u202c', '+966501234569'],
  [phone(), '+966\u201150\u2011123\u20114569', '+966501234569'],
  [phone(), '+٩٦٦ ٥٠ ١٢٣ ٤٥٦٩', '+966501234569'],
  [phone(), '0501234569', undefined],
  [money(), '1,450.00', 145_000],
  [money(), '1.450', undefined],
  [boolean(), 'TRUE', true],
  [boolean(), 'VERO', true],
])('a $kind field reads %s alike in the sheet and in a file', (field, text, value) => {
  expect(kept(field, cellValue(field, text, written))).toEqual(value)
  const inSheet = read(field, text)
  expect('value' in inSheet ? inSheet.value : undefined).toEqual(value)
})

test.each([
  [instant(), '2026-11-20T08:15:00Z', '2026-11-20T08:15:00.000Z'],
  [instant(), '2026-11-20T11:15:00.000123+03:00', '2026-11-20T08:15:00.000Z'],
  [instant(), '2026-11-20 08:15:00.25+00', '2026-11-20T08:15:00.250Z'],
  [instant(), '2026-02-31T10:00:00Z', undefined],
  [instant(), '20/11/2026 08:15', undefined],
  [day(), '1990/2/28', '1990-02-28'],
  [day(), '1990-02-28 00:00:00', '1990-02-28'],
  [day(), '2026-02-31', undefined],
  [phone(), '\u202a+966 50\u2011123\u20114569\u202c', '+966501234569'],
  [phone(), '0501234569', undefined],
  [email(), '\u200ehuda@redress.test\u00a0', 'huda@redress.test'],
  [email(), 'huda', undefined],
  [currency(), '\u202asar\u202c', 'SAR'],
])('the API reads %s where no place is needed to know what it means', (field, text, value) => {
  expect(kept(field, text)).toBe(value)
})

test('a copied value is unchanged when it is pasted', () => {
  const reading = { ...context, locale: 'en', titleOf: () => 'Huda Nasser' }
  const values: Record<string, unknown> = {
    disputedMinor: -145_050,
    receivedAt: '2026-11-20T08:15:00.000Z',
    severity: 'major',
    ownerId: 'user_01J7M4VHCQWSWZN2E66X7BJTTD',
  }
  for (const [name, value] of Object.entries(values)) {
    const field = Case.fields[name as keyof typeof Case.fields]
    expect(read(field, copyText({ name, field }, value, reading), name)).toEqual({ value })
  }
})

test('a wall clock goes to UTC and back in its zone', () => {
  const riga = { zone: 'Europe/Riga', now: written.now }
  expect(readInstant(toWall('2026-07-01T09:30:00.000Z', 'Europe/Riga'), riga)).toBe('2026-07-01T09:30:00.000Z')
  expect(readInstant('nonsense', riga)).toBeUndefined()
  expect(readInstant('2026-03-29T03:30', riga)).toBeUndefined()
  expect(toWall('2026-07-01T09:30:05.250Z', 'Europe/Riga')).toBe('2026-07-01T12:30:05.250')
})
