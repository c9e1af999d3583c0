import { expect, test } from 'vitest'
import { findPromise } from '#shared/rules/promises/promiseWords.ts'
import { suggestedDueAt } from '#shared/rules/promises/suggestedDueAt.ts'
import { plain, promising } from './sentences.ts'

test('the table holds at least sixty sentences that promise and sixty that do not', () => {
  expect(new Set(promising).size).toBeGreaterThanOrEqual(60)
  expect(new Set(plain).size).toBeGreaterThanOrEqual(60)
})

test.each(promising)('promises: %s', (sentence) => expect(findPromise(sentence)).toBeDefined())

test.each(plain)('promises nothing: %s', (sentence) => expect(findPromise(sentence)).toBeUndefined())

test('the phrase is the sentence as it was written, out of a longer text', () => {
  const text = 'She waited an hour. Dr. Salem will call her on Tuesday. She was calm.\nThanked us.'
  expect(findPromise(text)?.phrase).toBe('Dr. Salem will call her on Tuesday.')
  expect(findPromise('她很生气。我们会在周二给她打电话。谢谢。')?.phrase).toBe('我们会在周二给她打电话。')
})

test.each([
  ['We will call you on Tuesday.', { weekday: 2 }],
  ['We will call you tomorrow or the day after tomorrow.', { inDays: 1 }],
  ['The day after tomorrow we will call.', { inDays: 2 }],
  ['On Monday I said we will call you on 3 December.', { month: 12, date: 3 }],
  ['I will write by 2026-12-24.', { day: '2026-12-24' }],
  ['I will write by 24.12.2026.', { day: '2026-12-24' }],
  ['I will write by 31/02/2026.', undefined],
  ['We will answer within three working days.', { inWorkingDays: 3 }],
  ['We will call in 2 hours.', { inMinutes: 120 }],
  ['سنتصل بك يوم الثلاثاء', { weekday: 2 }],
  ['سنتصل بك في ٣ ديسمبر', { month: 12, date: 3 }],
  ['سأتصل بعد غد', { inDays: 2 }],
  ['我们会在周二给您打电话', { weekday: 2 }],
  ['我们会在下周二给您打电话', { weekday: 2, isNextWeek: true }],
  ['我们会在12月3日给您打电话', { month: 12, date: 3 }],
  ['我们会在三天内给您答复', { inDays: 3 }],
  ['la chiameremo martedì', { weekday: 2 }],
  ['la chiameremo entro due giorni lavorativi', { inWorkingDays: 2 }],
  ['la chiameremo il 3 dicembre', { month: 12, date: 3 }],
  ['mēs jums piezvanīsim otrdien', { weekday: 2 }],
  ['piezvanīsim 3. decembrī', { month: 12, date: 3 }],
  ['atbildēsim divu dienu laikā', { inDays: 2 }],
  ['We will look into it.', undefined],
])('%s', (text, dueOn) => expect(findPromise(text)?.dueOn).toEqual(dueOn))

// A Thursday, 13:00 in Riyadh, where people work from Sunday to Thursday, 8 to 17.
const now = '2026-11-26T10:00:00.000Z'
test.each([
  ['We will call you on Tuesday.', '2026-12-01T14:00:00.000Z'],
  ['We will call you today.', '2026-11-26T14:00:00.000Z'],
  ['We will call you on Thursday.', '2026-12-03T14:00:00.000Z'],
  // Nobody works on Friday, so that the contact hours of that day end it.
  ['We will call you tomorrow.', '2026-11-27T17:00:00.000Z'],
  ['We will answer within two working days.', '2026-11-30T14:00:00.000Z'],
  ['We will call you in two hours.', '2026-11-26T12:00:00.000Z'],
  ['We will call you on 3 January.', '2027-01-03T14:00:00.000Z'],
  ['我们会在下周二给您打电话', '2026-12-01T14:00:00.000Z'],
  ['We will look into it.', '2026-11-29T14:00:00.000Z'],
  ['I will write by 2020-01-01.', '2026-11-29T14:00:00.000Z'],
])('%s is due at %s', (text, dueAt) => expect(suggestedDueAt(text, { timeZone: 'Asia/Riyadh' }, now)).toBe(dueAt))

test('what is promised for today after closing is due at the end of the next working day', () => {
  const evening = '2026-11-26T18:00:00.000Z'
  expect(suggestedDueAt('I will call today.', { timeZone: 'Asia/Riyadh' }, evening)).toBe('2026-11-29T14:00:00.000Z')
})
