import { expect, test } from 'vitest'
import { entryErrors } from '#admin/entity/entryErrors.ts'
import { changesOf, filledIn } from '#admin/provider/patch.ts'
import { statedFields } from '#admin/settlements/ClassRules.tsx'
import { firstLanguage } from '#admin/surveys/PhoneAnswers.tsx'
import { blankQuestion } from '#admin/surveys/QuestionsInput.tsx'
import { questionOptions } from '#admin/surveys/questionOptions.ts'
import { inLanguage } from '#admin/surveys/questionText.ts'
import { readDays } from '#admin/surveys/ReminderDaysInput.tsx'
import { Survey } from '#shared/entities/survey.ts'

test('an empty input inside an entry is not sent, and entries keep their places', () => {
  const questions = [
    { text: { en: 'How was it?', ar: null }, options: [], showIf: { qid: '', op: null } },
    { text: {} },
  ]
  expect(filledIn({ name: 'x', intro: { en: '' }, questions })).toEqual({
    name: 'x',
    questions: [{ text: { en: 'How was it?' }, options: [] }, {}],
  })
})

test('clearing the text of one language changes the text, an untouched text is no change', () => {
  const before = { intro: { en: 'Hello', ar: 'مرحبا' }, title: { en: 'Visit' } }
  const after = { intro: { en: 'Hello', ar: null }, title: { en: 'Visit', ar: '' } }
  expect(changesOf(before, after)).toEqual({ intro: { en: 'Hello' } })
})

test('an error of a whole entry is shown with its number, an error of an input at the input', () => {
  const errors = { rules: [{ discountBp: { message: 'A percentage' } }, { message: 'A second rule' }] }
  expect(entryErrors(errors, 'rules')).toEqual(['2: A second rule'])
  expect(entryErrors({ rules: { root: { message: 'Too many' } } }, 'rules')).toEqual(['Too many'])
  expect(entryErrors({}, 'rules')).toEqual([])
})

test('a new question has an id of its own and needs only its text', () => {
  const question = blankQuestion(['q1', 'q3'])
  expect(question.qid).toBe('q4')
  expect(blankQuestion(['q2']).qid).toBe('q3')
  const isSound = (value: unknown) => Survey.fields.questions.schema.safeParse([value]).success
  expect(isSound(question)).toBe(false)
  expect(isSound({ ...question, text: { en: 'How was it?' } })).toBe(true)
})

test.each([
  ['3, 7', [3, 7]],
  ['٣، ٧', [3, 7]],
  ['14', [14]],
  ['soon', undefined],
])('reminder days are read from %s', (text, days) => {
  expect(readDays(text)).toEqual(days)
})

test('a choice has the words of the question, or else those of the scale', () => {
  const options = [{ code: 'self', box: 'na' as const, label: { en: 'I do', ar: 'أنا' } }]
  expect(questionOptions({ type: 'choice', options }, 'ar')).toEqual([{ code: 'self', label: 'أنا' }])
  expect(questionOptions({ type: 'choice', options }, 'it')).toEqual([{ code: 'self', label: 'I do' }])
  expect(questionOptions({ type: 'yesno' }, 'it').map(({ label }) => label)).toEqual(['Sì', 'No'])
  expect(questionOptions({ type: 'nps11' }, 'en')).toHaveLength(11)
  expect(inLanguage({ zh: '好' }, 'en')).toBe('好')
})

test('a call begins in the language of the patient, when the survey has it', () => {
  expect(firstLanguage({ languages: ['en', 'ar'] }, 'ar')).toBe('ar')
  expect(firstLanguage({ languages: ['it', 'en'] }, 'ur')).toBe('it')
})

test('the table of class rules has only columns that some rule fills', () => {
  const columns = statedFields([
    { class: 'A', covered: true },
    { class: 'A', serviceCategory: 'dental', covered: false, discountBp: 0 },
  ])
  expect(columns.map(([name]) => name)).toEqual(['class', 'serviceCategory', 'covered', 'discountBp'])
})
