import english from 'ra-language-english'
import { expect, test } from 'vitest'
import type { Entity } from '#shared/declaration/entity.ts'
import { text } from '#shared/declaration/field.ts'
import { Case } from '#shared/entities/case.ts'
import { languages } from '#shared/entities/choices.ts'
import { entities } from '#shared/entities/index.ts'
import { refusals } from '#shared/refusals.ts'
import { en } from '#shared/text/en/index.ts'
import { loadMessages } from '#shared/text/index.ts'
import type { Translation } from '#shared/text/messages.ts'
import { surveyTexts } from '#shared/text/survey.ts'
import { sourceOf, sources } from './sources.ts'
import { commonKeys, declaredKeys, differences, missingWords, pageFaults, sentences, unusedWords } from './words.ts'

const messages = await Promise.all(languages.map(async (code) => [code, await loadMessages(code)] as const))
const translations = messages.flatMap(([code, messages]) => (code === 'en' ? [] : [messages as Translation]))
const operations = sources('functions', 'demo')
  .map(({ text }) => text)
  .join('\n')
const noWords = { name: '' }

test.each(messages)(
  'in %s, words exist for every field, choice, state and step of every entity',
  (_, { resources }) => {
    const missing = (entity: Entity) =>
      missingWords(entity, resources[entity.resource] ?? noWords).map((key) => `resources.${entity.resource}.${key}`)
    expect(entities.flatMap(missing)).toEqual([])
  },
)

test.each(messages)('in %s, no word belongs to something undeclared', (_, { resources }) => {
  const common = commonKeys(resources)
  const unused = (entity: Entity) =>
    unusedWords(entity, resources[entity.resource] ?? noWords, common, operations).map(
      (key) => `resources.${entity.resource}.${key}`,
    )
  expect(entities.flatMap(unused)).toEqual([])
  expect(Object.keys(resources).sort()).toEqual(entities.map(({ resource }) => resource).sort())
})

test('several entities use each common word', () => {
  const declared = entities.map(declaredKeys)
  const uses = (key: string) => declared.filter((keys) => keys.has(key)).length
  const common = [...commonKeys(en.resources)].filter((key) => !key.startsWith('actions.'))
  expect(common.filter((key) => (key.startsWith('fields.') ? uses(key) < 2 : uses(key) < 1))).toEqual([])
})

test('languages have the same sentences with the same gaps', () => {
  const english = Object.fromEntries(Object.entries(refusals).map(([id, [, sentence]]) => [id, sentence]))
  for (const { refusals: translated, ...rest } of translations) {
    expect(differences(en, rest)).toEqual([])
    expect(differences(english, translated)).toEqual([])
  }
  for (const texts of Object.values(surveyTexts)) expect(differences(surveyTexts.en, texts)).toEqual([])
})

test('no refusal, and no section of the words, has the name of another, which it would replace unseen', () => {
  const names = (folder: string, form: RegExp) =>
    sources(folder)
      .filter(({ path }) => !path.endsWith('/ra.ts'))
      .flatMap(({ text }) => [...text.matchAll(form)].map(([, name = '']) => name))
  const twice = (all: readonly string[]) => all.filter((name, index) => all.indexOf(name) !== index)
  const ids = names('shared/refusals', /^ {2}([A-Z\d_]+):/gm)
  expect(ids.sort()).toEqual(Object.keys(refusals).sort())
  const sections = names('shared/text/en', /^ {2}(\w+): \{$/gm).filter((name) => Object.hasOwn(en, name))
  expect([...twice(ids), ...twice(sections)]).toEqual([])
})

test('the panel uses only written sentences, and uses every written sentence', () => {
  const { ra, resources, ...pages } = en
  expect(pageFaults(pages, sources('admin', 'shared/api', 'shared/declaration', 'shared/entities'))).toEqual({
    unknown: [],
    unused: [],
  })
  const framework = new Set(sentences(english.ra).map(([key]) => key))
  expect(sentences(ra).filter(([key]) => !framework.has(key))).toEqual([])
})

test('the law finds an added field, a missing gap and a surplus key', () => {
  const longer: Entity = { ...Case, fields: { ...Case.fields, roomNumber: text() } }
  expect(missingWords(longer, en.resources.cases ?? noWords)).toEqual(['fields.roomNumber'])
  const words = { ...en.resources.cases, fields: { ...en.resources.cases?.fields, roomNumber: 'Room' } }
  expect(unusedWords(Case, { ...noWords, ...words }, new Set(commonKeys(en.resources)), operations)).toEqual([
    'fields.roomNumber',
  ])
  expect(differences({ a: 'Row %{row}', b: 'x' }, { a: 'Row', c: 'x' })).toEqual(['a', 'b', 'c'])
  const panel = [
    sourceOf('admin/a.tsx', "t('home.title'); t('home.tilte'); const name = 'files'; t(`home.${" + 'name}Why`)'),
  ]
  expect(pageFaults({ home: { title: '', filesWhy: '', left: '' } }, panel)).toEqual({
    unknown: ['home.tilte'],
    unused: ['home.left'],
  })
})
