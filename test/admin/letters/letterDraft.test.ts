import { expect, test } from 'vitest'
import { draftOf, kindsAt } from '#admin/letters/letterDraft.ts'

const statutoryLetterText = { en: 'We have looked into it.', ar: 'نظرنا في الأمر.' }
const profile = { hasStatutoryLetter: true, statutoryLetterText }

test('the letter that the law asks for is offered where the site’s profile says so, and first', () => {
  expect(kindsAt(profile)).toEqual(['statutory-response', 'extension-notice', 'written-statement'])
  expect(kindsAt({ hasStatutoryLetter: false })).toEqual(['extension-notice', 'written-statement'])
  expect(kindsAt(undefined)).not.toContain('statutory-response')
})

test('it begins with the text of the site in its language, and every other letter empty', () => {
  expect(draftOf(profile, 'statutory-response', 'ar')).toBe(statutoryLetterText.ar)
  expect(draftOf(profile, 'statutory-response', 'zh')).toBe('')
  expect(draftOf(profile, 'written-statement', 'en')).toBe('')
  expect(draftOf(undefined, 'statutory-response', 'en')).toBe('')
})
