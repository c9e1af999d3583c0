import type { Answers } from '#shared/entities/response.ts'
import type { Question, Survey } from '#shared/entities/survey.ts'
import { answerOptions } from './scale.ts'

/** One answer that asks for somebody to call: whose question, how grave, and within how many hours. */
export interface LowScore {
  readonly metricKey: string
  readonly severity: 'routine' | 'major'
  readonly hours: number
}

/** Detractors of 0–3 of 10 are called back; milder ones show in the statistics. */
const lowestOfTen = 3
const defaultHours = 48

/** The answers that open a case: by the survey's own rules, or else an overall answer in the bottom box or 0–3 of 10. */
export function lowScoresOf(survey: Pick<Survey, 'questions' | 'alertRules'>, answers: Answers): LowScore[] {
  const rules = survey.alertRules ?? []
  if (rules.length === 0)
    return survey.questions
      .filter((question) => isOverall(question) && isLow(question, answers))
      .map(({ metricKey }) => ({ metricKey, severity: 'routine', hours: defaultHours }))
  return rules.flatMap(({ metricKey, op, value, severity, hours }) => {
    const question = survey.questions.find((each) => each.metricKey === metricKey)
    const chosen = question && scoreOf(question, answers)
    if (chosen === undefined) return []
    const isHit = op === 'eq' ? chosen === value : op === 'lte' ? chosen <= value : chosen >= value
    return isHit ? [{ metricKey, severity, hours }] : []
  })
}

const isOverall = ({ metricKey, domain }: Question): boolean => metricKey === 'overall' || domain === 'overall'

function isLow(question: Question, answers: Answers): boolean {
  const chosen = optionOf(question, answers)
  if (question.type === 'nps11') return chosen?.value !== undefined && chosen.value <= lowestOfTen
  return chosen?.isBottom ?? false
}

const scoreOf = (question: Question, answers: Answers): number | undefined => optionOf(question, answers)?.value

const optionOf = (question: Question, answers: Answers) => {
  const given = answers[question.qid]
  return typeof given === 'string' ? answerOptions(question).find(({ code }) => code === given) : undefined
}
