import { expect, test } from 'vitest'
import { fromWall, toWall } from '#admin/language/format.ts'
import { wordsOf } from '#admin/language/words.ts'
import { copyText } from '#admin/sheet/edit/copy.ts'
import { parseCell } from '#admin/sheet/edit/parse.ts'
import {
  boolean,
  choice,
  day,
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
  expect(fromWall(toWall('2026-07-01T09:30:00.000Z', 'Europe/Riga'), 'Europe/Riga')).toBe('2026-07-01T09:30:00.000Z')
  expect(fromWall('nonsense', 'Europe/Riga')).toBeUndefined()
})
