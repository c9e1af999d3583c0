import type { Survey } from '#shared/entities/survey.ts'

/** The words of a measure's question in a language, else in English, else in any. */
export function questionText(survey: Survey, metricKey: string, locale: string): string {
  const texts = survey.questions.find((question) => question.metricKey === metricKey)?.text
  return texts?.[locale] ?? texts?.en ?? Object.values(texts ?? {})[0] ?? metricKey
}

/** The question that stands for the whole visit: of the overall domain, else the first that is rated. */
export const overallQuestion = (survey: Survey): Survey['questions'][number] | undefined =>
  survey.questions.find(({ domain, type }) => domain === 'overall' && type !== 'text') ??
  survey.questions.find(({ type }) => type !== 'text')
