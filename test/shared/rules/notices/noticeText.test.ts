import { expect, test } from 'vitest'
import { noticeRules } from '#shared/entities/notice.ts'
import { noticeLanguage, noticeMailOf, noticeText } from '#shared/rules/notices/noticeText.ts'

const zone = 'Asia/Riyadh'
const overdue = { rule: 'response-overdue', urgency: 'normal', parameters: { number: 'C-2026-000123' } } as const

test('a notice is said in the language of its reader', () => {
  expect(noticeText(overdue, 'en', zone)).toBe('Case C-2026-000123: the answer to the patient is overdue')
  expect(noticeText(overdue, 'ar', zone)).toContain('C-2026-000123')
  expect([undefined, 'ar', 'lv'].map(noticeLanguage)).toEqual(['en', 'ar', 'en'])
})

test('every notice has a sentence in which no gap is left', () => {
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
  for (const rule of noticeRules)
    for (const language of ['en', 'ar'] as const)
      expect(noticeText({ rule, urgency: 'normal', parameters }, language, zone), rule).not.toMatch(/[{}]/)
})

test('a mail has the sentence as its subject and the address of the record', () => {
  const url = 'http://localhost:4000/#/cases/case_1/show'
  expect(noticeMailOf(overdue, 'en', zone, url)).toMatchObject({
    subject: 'Case C-2026-000123: the answer to the patient is overdue',
    text: expect.stringContaining(url),
  })
  expect(noticeMailOf({ ...overdue, urgency: 'urgent' }, 'en', zone, url).subject).toMatch(/^Urgent: Case/)
})
