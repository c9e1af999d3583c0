import { expect, test } from 'vitest'
import { i18nProvider } from '#admin/language/i18n.ts'
import { issuesText, issueTexts, refusalText } from '#admin/language/refusal.ts'
import { wordsOf } from '#admin/language/words.ts'
import { Batch } from '#shared/entities/batch.ts'
import { Case } from '#shared/entities/case.ts'
import { Patient } from '#shared/entities/patient.ts'
import { SettlementFile } from '#shared/entities/settlementFile.ts'
import { refuse } from '#shared/refusals.ts'

const english = { ...wordsOf(i18nProvider.translate), locale: 'en' }

test.each([
  [
    Case,
    refuse('STATE', { noun: 'case', state: 'offer-made', needed: ['received', 'closed'] }),
    /^The case is “offer made”\. This step needs: received, closed\.$/,
  ],
  [Batch, refuse('FILE_NOT_APPROVED', { state: 'record-requested' }), /^It is “record requested”; /],
  [SettlementFile, refuse('FOUR_EYES', { taken: 'verify' }), /the step “Verify” yourself/],
  [
    SettlementFile,
    refuse('DOCUMENTS_MISSING', { missing: ['labResult', 'id'] }),
    /Missing: Laboratory result, Identity document\.$/,
  ],
  [SettlementFile, refuse('CONTRACT_NOT_VALID', { day: '2025-11-03' }), /on 3 Nov 2025, the day/],
  [SettlementFile, refuse('LINES_INVALID', { fields: ['lines.3.quantity'] }), /priced: Services › 4 › Quantity\.$/],
  [Patient, refuse('KEY_NONE', { keys: ['id', 'siteId+memberNumber'] }), /Possible: .+, Site \+ Member number\.$/],
  [Patient, refuse('FILE_LONG', { limit: 50_000 }), /more than 50,000 rows/],
  [Patient, refuse('SAME_ROW', { row: 12_345 }), /^Row 12345 is/],
  [
    Patient,
    refuse('STILL_NEEDED', {
      uses: [
        refuse('NEEDED_BY_OPEN', { count: 3, noun: 'cases' }),
        refuse('NEEDED_BY_OPEN', { count: 1, noun: 'settlement-file' }),
        refuse('NEEDED_BY', { count: 2, noun: 'encounters' }),
      ],
    }),
    /^Still needed by 3 open cases, 1 open settlement file, 2 visits\. Move, close or delete them first\.$/,
  ],
  [
    Batch,
    refuse('FILES_UNFIT', {
      count: 1,
      total: 2,
      reasons: [refuse('FILE_UNFIT', { number: 'F-1', reasons: [refuse('FILE_OTHER_SITE')] })],
    }),
    /do not fit\. F-1: It is of another site\.$/,
  ],
] as const)('parameters are shown in the words of the record: %#', (entity, refusal, sentence) => {
  expect(refusalText(english, entity, JSON.parse(JSON.stringify(refusal)))).toMatch(sentence)
})

test('a language shows a refusal in its own sentence, and an unknown refusal in English', () => {
  const words = {
    ...english,
    t: (key: string, options: { _?: string; row?: unknown } = {}) =>
      key === 'refusals.SAME_ROW' ? `الصف ${options.row}` : (options._ ?? key),
    locale: 'ar',
  }
  expect(refusalText(words, Patient, refuse('SAME_ROW', { row: 3 }))).toBe('الصف 3')
  expect(refusalText(words, Patient, refuse('ROLE'))).toBe('Your role does not include this.')
  expect(refusalText(words, Patient, { rule: 'NEWER_THAN_THE_PANEL', message: 'Not now.' })).toBe('Not now.')
})

test('fields at fault are named by their labels, those with the same fault together', () => {
  const issues = {
    siteId: refuse('TAKEN'),
    memberNumber: refuse('TAKEN'),
    'contactConsent.calls.status': refuse('NOT_IN_LIST'),
    root: refuse('NOT_VALID'),
  }
  expect(issuesText(english, Patient, issues)).toBe(
    'Site, Member number: Already taken by another record; ' +
      'Consent to contact › Calls › Status: One of the list; Another value is needed',
  )
  expect(issueTexts(english, Patient, { name: refuse('TOO_LONG', { limit: 200 }) })).toEqual({
    name: 'At most 200 characters',
  })
})
