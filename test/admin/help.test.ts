import { expect, test } from 'vitest'
import { pageCommands, placeCommands } from '#admin/commands/commandList.ts'
import { menu } from '#admin/frame/layout/menuEntries.tsx'
import { helpOf } from '#admin/help/roomOf.ts'
import { cardPlace } from '#admin/help/tourPlaces.ts'
import { wordsOf } from '#admin/language/words.ts'
import { languages } from '#shared/entities/choices.ts'
import { loadHelp } from '#shared/text/help/index.ts'
import { person } from '#test/admin/fake/person.ts'
import { differences } from '#test/laws/words.ts'

const texts = await Promise.all(languages.map(loadHelp))
const words = wordsOf((key) => key)

test('every page of the menu says in every language what it is for, in two to five sentences', () => {
  const places = menu.flatMap(({ entries }) => entries.map(({ to }) => to))
  for (const { rooms } of texts)
    for (const place of places) {
      const [first] = helpOf(rooms, place)
      const sentences = first?.join(' ').match(/[.!?](?= |$)|。/g) ?? []
      expect(sentences.length, place).toBeGreaterThanOrEqual(2)
      expect(sentences.length, place).toBeLessThanOrEqual(6)
    }
})

test('the help says the same in every language', () => {
  const [english, ...others] = texts
  for (const other of others) expect(differences(english ?? {}, other)).toEqual([])
})

test('a record has the help of its list and of records', () => {
  const rooms = texts[0]?.rooms ?? {}
  expect(helpOf(rooms, '/cases/case_1/show')).toEqual([rooms.cases, rooms.record])
  expect(helpOf(rooms, '/cases/create')).toEqual([rooms.intake])
  expect(helpOf(rooms, '/patients/import')).toEqual([rooms.patients, rooms.import])
  expect(helpOf(rooms, '/letters/letter_1')).toEqual([rooms.form])
})

test('the command menu offers what the page does now, and no place that a person may not see', () => {
  const offered = pageCommands(words, { undo: () => {}, newCase: () => {} })
  expect(offered.map(({ id, keys }) => [id, keys])).toEqual([['page.undo', 'Ctrl+Z']])
  const ids = placeCommands(words, [], person('auditor')).map(({ id }) => id)
  expect(ids).not.toContain('create.patients')
})

test('a card of the tour stays on the screen wherever its thing is', () => {
  const screen = { innerWidth: 1000, innerHeight: 700 }
  for (const left of [0, 500, 960])
    for (const [width, height] of [
      [38, 38],
      [224, 700],
      [760, 500],
    ] as const) {
      const place = cardPlace({ left, right: left + width, top: 0, bottom: height } as DOMRect, screen)
      expect(place.left).toBeGreaterThanOrEqual(0)
      expect(place.left + place.width).toBeLessThanOrEqual(1000)
    }
})
