import type { Answers } from '#shared/entities/response.ts'
import type { Question } from '#shared/entities/survey.ts'
import { answerOptions } from './scale.ts'

/** What is wrong with an answer; the page says it in the patient's language. */
export type AnswerMistake = 'required' | 'empty' | 'unknown' | 'onlyOne' | 'tooLong'

/** Characters a free text and the closing comment may hold. */
export const textLimits = { answer: 2000, comment: 4000 } as const

/** Whether the condition of a question holds; a question without one is always asked. */
export function isAsked({ showIf }: Pick<Question, 'showIf'>, answers: Answers): boolean {
  if (!showIf) return true
  const given = [answers[showIf.qid] ?? []].flat()
  // Nothing answered is no answer other than the one named.
  return showIf.op === 'eq' ? given.includes(showIf.value) : given.length > 0 && !given.includes(showIf.value)
}

/**
 * Reads what was sent by question id: known codes only, one where one is asked, what is required and asked. An answer
 * to a question whose condition does not hold is left out, because a page without scripts shows it too.
 */
export function readAnswers(
  questions: readonly Question[],
  given: Readonly<Record<string, readonly string[]>>,
): { answers: Answers; mistakes: Record<string, AnswerMistake> } {
  const answers: Answers = {}
  // Without a prototype, so that a question of any name can be a mistake.
  const mistakes: Record<string, AnswerMistake> = Object.create(null)
  for (const qid of Object.keys(given)) if (!questions.some((each) => each.qid === qid)) mistakes[qid] = 'unknown'
  for (const question of questions) {
    if (!isAsked(question, answers)) continue
    const values = (Object.hasOwn(given, question.qid) ? (given[question.qid] ?? []) : []).filter(
      (value) => value.trim() !== '',
    )
    const mistake = mistakeOf(question, values)
    if (mistake) mistakes[question.qid] = mistake
    else if (values[0] !== undefined)
      answers[question.qid] = question.type === 'choices' ? [...new Set(values)] : values[0].trim()
  }
  return { answers, mistakes }
}

function mistakeOf(question: Question, values: readonly string[]): AnswerMistake | undefined {
  if (values.length === 0 && !question.required) return undefined
  if (values.length === 0) return question.type === 'text' ? 'empty' : 'required'
  if (question.type !== 'choices' && values.length > 1) return 'onlyOne'
  if (question.type === 'text') return (values[0]?.length ?? 0) > textLimits.answer ? 'tooLong' : undefined
  const codes = answerOptions(question).map(({ code }) => code)
  return values.every((value) => codes.includes(value)) ? undefined : 'unknown'
}
