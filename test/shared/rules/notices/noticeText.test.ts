import { expect, test } from 'vitest'
import { languages } from '#shared/entities/choices.ts'
import { noticeRules } from '#shared/entities/notice.ts'
import { noticeMailOf, noticeText } from '#shared/rules/notices/noticeText.ts'
import type { Language } from '#shared/text/languages.ts'
import { loadNoticeWords } from '#shared/text/noticeWords.ts'

const overdue = { rule: 'response-overdue', urgency: 'normal', parameters: { number: 'C-2026-000123' } } as const
const readerOf = async (language: Language) => ({
  language,
  words: await loadNoticeWords(language),
  timeZone: 'Asia/Riyadh',
})

test('a notice is said in the language of its reader', async () => {
  const said = await Promise.all(languages.map(async (each) => noticeText(overdue, await readerOf(each))))
  expect(said[0]).toBe('Case C-2026-000123: the answer to the patient is overdue')
  expect(new Set(said).size).toBe(languages.length)
  for (const sentence of said) expect(sentence).toContain('C-2026-000123')
})

test('every notice has a sentence in every language in which no gap is left', async () => {
  const parameters = {
    number: 'C-1',
    percent: 80,
    count: 12,
    dueAt: '2026-11-29T09:00:00.000Z',
    week: '2026-W48',
    planned: 3,
    done: 2,
    inWindow: 2,
    concerns: 1,
  }
  for (const reader of await Promise.all(languages.map(readerOf)))
    for (const rule of noticeRules)
      expect(noticeText({ rule, urgency: 'normal', parameters }, reader), rule).not.toMatch(/[{}]/)
})

test('a mail has the sentence as its subject and the address of the record', async () => {
  const url = 'http://localhost:4000/#/cases/case_1/show'
  const reader = await readerOf('en')
  expect(noticeMailOf(overdue, reader, url)).toMatchObject({
    subject: 'Case C-2026-000123: the answer to the patient is overdue',
    text: expect.stringContaining(url),
  })
  expect(noticeMailOf({ ...overdue, urgency: 'urgent' }, reader, url).subject).toMatch(/^Urgent: Case/)
})
