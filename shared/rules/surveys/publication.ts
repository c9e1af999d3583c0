import type { Question, Survey } from '#shared/entities/survey.ts'
import { type Refusal, refuse } from '#shared/refusals.ts'
import type { Rules } from '#shared/rules/decision.ts'
import { isSame } from '#shared/values/canonical.ts'
import { answerOptions } from './scale.ts'

/** What a language lacks: the place of each text, such as `question overall, option 3`. */
export function missingTexts(survey: Partial<Survey>, language: string): string[] {
  const lacks = (texts: Readonly<Record<string, string>> | undefined) => !texts?.[language]?.trim()
  const isUsed = (texts: Readonly<Record<string, string>> | undefined) =>
    Object.values(texts ?? {}).some((text) => text.trim() !== '')
  return [
    ...(lacks(survey.title) ? ['title'] : []),
    ...(isUsed(survey.intro) && lacks(survey.intro) ? ['intro'] : []),
    ...(isUsed(survey.thanks) && lacks(survey.thanks) ? ['thanks'] : []),
    ...(survey.questions ?? []).flatMap(({ qid, text, options }) => [
      ...(lacks(text) ? [`question ${qid}`] : []),
      ...(options ?? []).filter(({ label }) => lacks(label)).map(({ code }) => `question ${qid}, option ${code}`),
    ]),
  ]
}

/** What keeps a questionnaire from being answered or counted; empty when it is sound. */
export function mistakesIn(survey: Partial<Survey>): Refusal[] {
  const questions = survey.questions ?? []
  const metrics = new Set(questions.map(({ metricKey }) => metricKey))
  return [
    ...(questions.length === 0 ? [refuse('QUESTION_NONE')] : []),
    ...(survey.languages?.length ? [] : [refuse('LANGUAGE_NONE')]),
    ...repeated(questions.map(({ qid }) => qid)).map((qid) => refuse('QUESTION_TWICE', { qid })),
    ...repeated(questions.map(({ metricKey }) => metricKey)).map((metric) => refuse('METRIC_TWICE', { metric })),
    ...questions.flatMap((question, index) => mistakesOf(question, questions.slice(0, index))),
    ...(survey.alertRules ?? [])
      .filter(({ metricKey }) => !metrics.has(metricKey))
      .map(({ metricKey }) => refuse('ALERT_UNKNOWN', { metric: metricKey })),
  ]
}

function mistakesOf(question: Question, before: readonly Question[]): Refusal[] {
  const { qid, type, showIf } = question
  const codes = answerOptions(question).map(({ code }) => code)
  const asked = before.find((each) => each.qid === showIf?.qid)
  const isKnown = asked && answerOptions(asked).some(({ code }) => code === showIf?.value)
  return [
    ...(type !== 'text' && codes.length < 2 ? [refuse('OPTIONS_FEW', { qid })] : []),
    ...repeated(codes).map((code) => refuse('OPTION_TWICE', { qid, code })),
    ...(showIf && !isKnown ? [refuse('CONDITION_UNKNOWN', { qid })] : []),
  ]
}

const repeated = (names: readonly string[]): string[] => [
  ...new Set(names.filter((name, index) => names.indexOf(name) < index)),
]

/** Fields of a published version, which never change again. */
const fixed = [
  'name',
  'title',
  'intro',
  'thanks',
  'languages',
  'anonymity',
  'linkDays',
  'reminderDays',
  'quarantineDays',
  'sampleRate',
  'questions',
  'alertRules',
] as const satisfies readonly (keyof Survey)[]

/** What keeps a draft from being published. */
function unfinished(survey: Partial<Survey>): Refusal | undefined {
  const mistakes = mistakesIn(survey)
  if (mistakes.length > 0) return refuse('SURVEY_UNSOUND', { reasons: mistakes })
  const missing = (survey.languages ?? []).flatMap((language) => {
    const places = missingTexts(survey, language)
    return places.length > 0 ? [refuse('TEXTS_MISSING', { language, places })] : []
  })
  return missing.length > 0 ? refuse('SURVEY_INCOMPLETE', { reasons: missing }) : undefined
}

/** Everything decided about questionnaires: complete before they are published, fixed ever after. */
export const surveyRules: Rules = {
  derivation: {
    derive: () => ({}),
    check: (record, before) => {
      const [after, was]: [Partial<Survey>, Partial<Survey> | undefined] = [record, before]
      if (!was || (was.status ?? 'draft') === 'draft') return undefined
      return fixed.some((name) => !isSame(after[name], was[name])) ? refuse('SURVEY_FIXED') : undefined
    },
  },
  actions: { publish: { decide: ({ record }) => unfinished(record) ?? { changes: {} } } },
}
