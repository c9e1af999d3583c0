import type { Question } from '#shared/entities/survey.ts'
import { answerOptions } from '#shared/rules/surveys/scale.ts'
import { spokenLanguage } from '#shared/text/languages.ts'
import { scaleLabel, surveyTexts } from '#shared/text/survey.ts'
import { inLanguage } from './questionText.ts'

/** The sentences of the survey page in a language, else in English. */
export const sentencesIn = (language: string) => surveyTexts[spokenLanguage(language)]

/** The answers a question offers, each with its words: the question's own, else those of the standard scale. */
export const questionOptions = (question: Pick<Question, 'type' | 'options'>, language: string) =>
  answerOptions(question).map(({ code }) => ({
    code,
    label:
      inLanguage(question.options?.find((option) => option.code === code)?.label, language) ||
      scaleLabel(sentencesIn(language), question.type, code),
  }))
