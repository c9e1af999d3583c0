import type { Question, Survey } from '#shared/entities/survey.ts'

type Texts = Readonly<Record<string, string>>

/** A text in a language, else in English, else in any; empty when there is none. */
export const inLanguage = (texts: Texts | undefined, language: string): string =>
  texts?.[language] || texts?.en || Object.values(texts ?? {}).find(Boolean) || ''

/** The words of a measure's question in a language, else in English, else in any. */
export const questionText = (survey: Survey, metricKey: string, locale: string): string =>
  inLanguage(survey.questions.find((question) => question.metricKey === metricKey)?.text, locale) || metricKey

/** The question that stands for the whole visit: of the overall domain, else the first that is rated. */
export const overallQuestion = (survey: Survey): Question | undefined =>
  survey.questions.find(({ domain, type }) => domain === 'overall' && type !== 'text') ??
  survey.questions.find(({ type }) => type !== 'text')
