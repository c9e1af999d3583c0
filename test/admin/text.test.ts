import { expect, test } from 'vitest'
import { changesIn } from '#admin/entity/historyChanges.ts'
import { recordTitle } from '#admin/entity/titles/recordTitle.ts'
import { textOf } from '#admin/entity/valueText.ts'
import { i18nProvider } from '#admin/language/i18n.ts'
import { humanise, inSentence, wordsOf } from '#admin/language/words.ts'
import { Case } from '#shared/entities/case.ts'
import { FollowUp } from '#shared/entities/followUp.ts'
import { LedgerEntry } from '#shared/entities/ledgerEntry.ts'
import { ar } from '#shared/text/ar/index.ts'
import { en } from '#shared/text/en/index.ts'
import { loadMessages } from '#shared/text/index.ts'
import { directionOf } from '#shared/text/languages.ts'

const words = wordsOf((key, options) => i18nProvider.translate(key, options))

test('an entity, its fields, choices and steps have words of the entity, or common words', () => {
  expect(words.resource('settlement-files')).toBe('Settlement files')
  expect([words.field('cases', 'siteId'), words.field('users', 'subject')]).toEqual(['Site', 'Sign-in'])
  expect(words.field('cases', 'subjects.0.grade')).toBe('Grade')
  expect(words.value('payers', 'type', 'tpa')).toBe('Administrator (TPA)')
  expect([words.value('users', 'isActive', false), words.value('cases', 'type', null)]).toEqual(['No', ''])
  expect(words.action('cases', 'await-patient')).toBe('Wait for the patient')
  expect([words.why('batches', 'seal'), words.why('batches', 'add')]).toEqual([
    'A sealed batch can no longer be changed.',
    '',
  ])
})

test('a noun within a sentence has no capital, an abbreviation keeps it', () => {
  expect(words.t('form.create', { name: words.noun('contracts') })).toBe('New contract')
  expect(words.t('sheet.empty', { name: words.noun('settlement-files', 2) })).toBe('No settlement files yet.')
  expect([inSentence('VAT number'), inSentence('ملف')]).toEqual(['VAT number', 'ملف'])
})

test('a name without words reads as it is spelled', () => {
  expect([words.field('cases', 'roomNumber'), words.value('cases', 'type', 'room-change')]).toEqual([
    'Room number',
    'Room change',
  ])
  expect([humanise('isVeryOld'), humanise('disputedMinor')]).toEqual(['Very old', 'Disputed'])
})

test('a language that the panel does not have falls back to English', async () => {
  expect(await loadMessages('fr')).toBe(en)
  expect(await loadMessages('ar')).toBe(ar)
  expect([directionOf('ar'), directionOf('en'), directionOf('ar-SA')]).toEqual(['rtl', 'ltr', 'rtl'])
})

test('a history entry shows what changed and nothing else', () => {
  const changes = changesIn({
    before: { status: 'received', version: 1, plan: 'x' },
    after: { status: 'acknowledged', version: 2, plan: 'x' },
  })
  expect(changes).toEqual([{ name: 'status', before: 'received', after: 'acknowledged' }])
})

test('a history entry names what was erased beside what is left of it', () => {
  const erased = { values: ['phone', 'name'], reason: false }
  const changes = changesIn({ before: { status: 'open' }, after: { status: 'shut', name: 'Erased' }, erased })
  expect(changes).toEqual([
    { name: 'status', before: 'open', after: 'shut' },
    { name: 'name', before: undefined, after: 'Erased', isErased: true },
    { name: 'phone', before: undefined, after: undefined, isErased: true },
  ])
})

test('a record is named by its title, by the word of it where it is a choice, else by its noun', () => {
  expect(recordTitle(Case, { id: 'case_1', number: 'C-2026-000001' }, words)).toBe('C-2026-000001')
  expect(recordTitle(FollowUp, { id: 'follow_1', kind: 'home-visit' }, words)).toBe('Home visit')
  expect(recordTitle(Case, { id: 'case_1' }, words)).toBe('Case')
})

test('a reference in a table is named by the word of its title, and left out of a line that knows no titles', () => {
  const context = {
    resource: 'ledger-entries',
    words: { ...words, locale: 'en' },
    locale: 'en',
    zone: 'UTC',
    currency: '',
  }
  const named = { ...context, titleOf: () => 'write-off' }
  expect(textOf({ name: 'offerId', field: LedgerEntry.fields.offerId }, 'offer_1', named)).toBe('Write-off')
  const consent = { name: 'consent', field: FollowUp.facts.consent }
  const given = { status: 'granted', byInteractionId: 'interaction_1', at: '2026-11-20T08:15:00.000Z' }
  expect(textOf(consent, given, { ...context, resource: 'follow-ups' })).toMatch(/^Agreed · 20 Nov/)
})
