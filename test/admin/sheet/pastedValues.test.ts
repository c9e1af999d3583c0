import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type NamedField, textOf } from '#admin/entity/valueText.ts'
import { wordsOf } from '#admin/language/words.ts'
import { copyText } from '#admin/sheet/edit/copy.ts'
import { parseCell } from '#admin/sheet/edit/parse.ts'
import {
  basisPoints,
  boolean,
  choice,
  choices,
  currency,
  day,
  email,
  type Field,
  instant,
  integer,
  longText,
  money,
  number,
  phone,
  reference,
  references,
  term,
  text,
} from '#shared/declaration/field.ts'
import { clockChanges, zones } from '#test/shared/values/clockChanges.ts'
import { unseenMarks } from '#test/support/formats/unseenMarks.ts'

const runs = { numRuns: process.env.REDRESS_FULL === '1' ? 1_000 : 60 }
const locales = ['en', 'ar', 'zh', 'it', 'lv'] as const
const yesOrNo = { en: ['Yes', 'No'], ar: ['نعم', 'لا'], zh: ['是', '否'], it: ['Sì', 'No'], lv: ['Jā', 'Nē'] } as const
const labels: Record<string, string> = {
  'in-person': 'Face\u2010to\u2010face, on site',
  phone: 'الهاتف',
  letter: 'Post; fax',
}
const kinds = ['in-person', 'phone', 'letter'] as const

const wordsIn = (locale: (typeof locales)[number]) => {
  const said = wordsOf(
    (key) => {
      if (key.startsWith('ra.boolean.')) return yesOrNo[locale][key.endsWith('true') ? 0 : 1]
      return labels[key.split('.').at(-1) ?? ''] ?? key
    },
    {
      departments: [
        { code: 'icu', name: 'العناية المركزة', isActive: true },
        { code: 'er', name: 'Emergency', isActive: true },
        { code: 'er-old', name: 'Emergency', isActive: false },
      ],
    },
  )
  return { ...said, locale }
}

const people = new Map([
  ['user_01J7M4VHCQWSWZN2E66X7BJTTA', 'Huda Nasser'],
  ['user_01J7M4VHCQWSWZN2E66X7BJTTB', 'Omar Aziz'],
  ['user_01J7M4VHCQWSWZN2E66X7BJTTC', 'Omar Aziz'],
  ['user_01J7M4VHCQWSWZN2E66X7BJTTD', 'Dr. A · B'],
])
const contextOf = (locale: (typeof locales)[number], zone = 'Asia/Riyadh', currency = 'SAR') => ({
  resource: 'cases',
  words: wordsIn(locale),
  locale,
  zone,
  currency,
  titleOf: (_: string, id: string) => people.get(id),
  idOf: (_: string, title: string) => {
    const ids = [...people].flatMap(([id, each]) => (each === title ? [id] : []))
    return ids.length === 1 ? ids[0] : undefined
  },
})

const dayOfPeople = fc.date({ min: new Date('1800-01-01'), max: new Date('2199-12-31'), noInvalidDate: true })
const words = fc.string({ unit: fc.constantFrom(...'ab,;·"\'\t\n -٣ن中\u202a\u200d1='), minLength: 1, maxLength: 12 })
const persons = fc.constantFrom(...people.keys(), 'user_01J7M4VHCQWSWZN2E66X7BJTTE')
/** Fields with values that a record may hold in them. */
const fields: readonly (readonly [name: string, field: Field, values: fc.Arbitrary<unknown>])[] = [
  ['integer', integer(-1e6), fc.integer({ min: -1e6, max: 1e6 })],
  [
    'number',
    number(-1e12, 1e12),
    fc.double({ min: -1e12, max: 1e12, noNaN: true }).map((each) => (Math.abs(each) < 1e-9 ? 0 : each)),
  ],
  ['money', money(), fc.integer({ min: -1e12, max: 1e12 })],
  ['percentage', basisPoints(), fc.nat(10_000)],
  ['boolean', boolean(), fc.boolean()],
  ['day', day(), dayOfPeople.map((at) => at.toISOString().slice(0, 10))],
  ['choice', choice(kinds), fc.constantFrom(...kinds)],
  ['choices', choices(kinds), fc.uniqueArray(fc.constantFrom(...kinds), { minLength: 1 })],
  ['term', term('departments'), fc.constantFrom('icu', 'er', 'er-old', 'unknown')],
  ['reference', reference('users'), persons],
  ['references', references('users'), fc.uniqueArray(persons, { minLength: 1 })],
  ['text', text(), words],
  ['long text', longText(), words],
  ['phone', phone(), fc.nat(99_999_999).map((each) => `+9665${String(each).padStart(8, '0')}`)],
  ['email', email(), fc.constant('huda.nasser@redress.test')],
  ['currency', currency(), fc.constantFrom('SAR', 'KWD', 'JPY')],
]
const instants = fc.oneof(
  fc.tuple(
    fc.constantFrom(...zones),
    fc.date({ min: new Date('1975-01-01'), max: new Date('2150-01-01'), noInvalidDate: true }),
  ),
  fc
    .tuple(fc.constantFrom(...clockChanges), fc.integer({ min: -8e6, max: 8e6 }))
    .map(([change, by]) => [change.timeZone, new Date(change.at + by)] as const),
)

const kept = (field: Field, value: unknown) => field.schema.safeParse(value)
const named = (field: Field): NamedField => ({ name: 'channel', field })

describe.each(locales)('in %s', (locale) => {
  test.each(fields)('a copied %s is the same when it is pasted', (_name, field, values) => {
    fc.assert(
      fc.property(values, fc.constantFrom('SAR', 'KWD', 'JPY'), (each, unit) => {
        const value = kept(field, each)
        fc.pre(value.success)
        const context = contextOf(locale, 'Asia/Riyadh', unit)
        const copied = copyText(named(field), value.data, context)
        expect(parseCell(named(field), copied, context), copied).toEqual({ value: value.data })
      }),
      runs,
    )
  })

  test('a copied instant is the same when it is pasted, in every zone and around every change of its clocks', () => {
    fc.assert(
      fc.property(instants, ([zone, at]) => {
        const context = contextOf(locale, zone)
        const copied = copyText(named(instant()), at.toISOString(), context)
        expect(parseCell(named(instant()), copied, context), copied).toEqual({ value: at.toISOString() })
      }),
      { numRuns: runs.numRuns * 4 },
    )
  })

  test.each(fields.filter(([name]) => !['text', 'long text', 'term', 'reference', 'references'].includes(name)))(
    'a %s typed as the sheet shows it is what it shows',
    (_name, field, values) => {
      fc.assert(
        fc.property(values, (value) => {
          const context = contextOf(locale)
          const shown = textOf(named(field), value, context)
          const read = parseCell(named(field), shown, context)
          expect('value' in read && textOf(named(field), read.value, context), shown).toBe(
            shown.replace(/^\u200e?-0$/, '0'),
          )
        }),
        runs,
      )
    },
  )

  test('an instant typed as the sheet shows it is the minute that it shows', () => {
    fc.assert(
      fc.property(instants, ([zone, at]) => {
        const context = contextOf(locale, zone)
        const shown = textOf(named(instant()), at.toISOString(), context)
        const read = parseCell(named(instant()), shown, context)
        expect('value' in read && textOf(named(instant()), read.value, context), shown).toBe(shown)
      }),
      { numRuns: runs.numRuns * 4 },
    )
  })
})

test('what nobody sees around a value changes nothing', () => {
  const unseen = fc.constantFrom(...unseenMarks, '\u00a0')
  const surrounded = fc.tuple(fc.array(unseen, { maxLength: 3 }), fc.array(unseen, { maxLength: 3 }))
  const context = contextOf('ar')
  const visible = fields.filter(([name]) => name !== 'long text')
  fc.assert(
    fc.property(
      fc.constantFrom(...visible).chain(([, field, values]) => fc.tuple(fc.constant(field), values)),
      surrounded,
      ([field, each], [before, after]) => {
        const value = kept(field, each)
        fc.pre(value.success)
        const copied = copyText(named(field), value.data, context)
        expect(parseCell(named(field), `${before.join('')}${copied}${after.join('')}`, context)).toEqual({
          value: value.data,
        })
      },
    ),
    { numRuns: runs.numRuns * 10 },
  )
})

test('a title that two records have, and a term that another is called like, are never guessed', () => {
  const context = contextOf('en')
  expect(parseCell(named(reference('users')), 'Omar Aziz', context)).toHaveProperty('problem')
  expect(copyText(named(reference('users')), 'user_01J7M4VHCQWSWZN2E66X7BJTTB', context)).toMatch(/^user_/)
  expect(copyText(named(term('departments')), 'er-old', context)).toBe('er-old')
})
