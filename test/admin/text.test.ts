import { expect, test } from 'vitest'
import { changesIn } from '#admin/entity/history.ts'
import { humanise, wordsOf } from '#admin/language/words.ts'
import { ar } from '#shared/text/ar.ts'
import { en } from '#shared/text/en.ts'
import { directionOf, loadMessages } from '#shared/text/index.ts'

/** Every sentence with its place, rules apart: the server has English for those. */
const sentences = (of: object, now = ''): [string, string][] =>
  Object.entries(of).flatMap(([name, value]) =>
    typeof value === 'string' ? [[`${now}${name}`, value] as [string, string]] : sentences(value, `${now}${name}.`),
  )

test('Arabic says everything that English says', () => {
  const said = new Map(sentences(ar))
  for (const [place] of sentences(en)) expect(said.get(place), place).toBeTruthy()
})

test('what a sentence is filled with is the same in both languages', () => {
  const said = new Map(sentences(ar))
  const holes = (text: string) =>
    [...new Set(text.match(/%\{\w+\}/g))].filter((hole) => hole !== '%{smart_count}').sort()
  for (const [place, text] of sentences(en)) expect(holes(said.get(place) ?? ''), place).toEqual(holes(text))
})

test('a name without words reads as it is spelled', () => {
  const words = wordsOf((_, options) => String(options?._ ?? ''))
  expect([words.field('cases', 'roomNumber'), humanise('isVeryOld'), humanise('disputedMinor')]).toEqual([
    'Room number',
    'Very old',
    'Disputed',
  ])
})

test('a language the panel does not speak falls back to English', async () => {
  expect(await loadMessages('fr')).toBe(en)
  expect([directionOf('ar'), directionOf('en'), directionOf('ar-SA')]).toEqual(['rtl', 'ltr', 'rtl'])
})

test('a history entry tells what changed and leaves the rest out', () => {
  const changes = changesIn({
    before: { status: 'received', version: 1, plan: 'x' },
    after: { status: 'acknowledged', version: 2, plan: 'x' },
  })
  expect(changes).toEqual([{ name: 'status', before: 'received', after: 'acknowledged' }])
})
