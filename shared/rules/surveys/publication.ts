import type { AnyRecord } from '#shared/declaration/entity.ts'
import type { Question, Survey } from '#shared/entities/survey.ts'
import { notNow, type Rules } from '#shared/rules/decision.ts'
import { answerOptions } from './scale.ts'

const languageNames: Readonly<Record<string, string>> = {
  en: 'English',
  ar: 'Arabic',
  zh: 'Chinese',
  it: 'Italian',
  lv: 'Latvian',
}

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

/** What keeps a questionnaire from being answered or counted, in words; empty when it is sound. */
export function mistakesIn(survey: Partial<Survey>): string[] {
  const questions = survey.questions ?? []
  const metrics = new Set(questions.map(({ metricKey }) => metricKey))
  return [
    ...(questions.length === 0 ? ['there is no question'] : []),
    ...(survey.languages?.length ? [] : ['there is no language']),
    ...repeated(questions.map(({ qid }) => qid)).map((qid) => `question id ${qid} occurs twice`),
    ...repeated(questions.map(({ metricKey }) => metricKey)).map((key) => `metric ${key} occurs twice`),
    ...questions.flatMap((question, index) => mistakesOf(question, questions.slice(0, index))),
    ...(survey.alertRules ?? [])
      .filter(({ metricKey }) => !metrics.has(metricKey))
      .map(({ metricKey }) => `an alert names the metric ${metricKey}, which no question has`),
  ]
}

function mistakesOf(question: Question, before: readonly Question[]): string[] {
  const { qid, type, showIf } = question
  const codes = answerOptions(question).map(({ code }) => code)
  const asked = before.find((each) => each.qid === showIf?.qid)
  const isKnown = asked && answerOptions(asked).some(({ code }) => code === showIf?.value)
  return [
    ...(type !== 'text' && codes.length < 2 ? [`question ${qid} needs two options or more`] : []),
    ...repeated(codes).map((code) => `question ${qid} has the option ${code} twice`),
    ...(showIf && !isKnown ? [`question ${qid} depends on an answer that no question before it has`] : []),
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

type SurveyDraft = AnyRecord & Partial<Survey>

/** Everything decided about questionnaires: complete before they are published, fixed ever after. */
export const surveyRules: Rules = {
  derivation: {
    derive: () => ({}),
    check: (record, before) => {
      const [after, was]: [SurveyDraft, SurveyDraft | undefined] = [record, before]
      if (!was || (was.status ?? 'draft') === 'draft') return undefined
      return fixed.some((name) => JSON.stringify(after[name]) !== JSON.stringify(was[name]))
        ? notNow('SURVEY_FIXED', 'A published survey can no longer be changed. Make a new version instead.')
        : undefined
    },
  },
  actions: {
    publish: {
      decide: ({ record, now }) => {
        const survey: SurveyDraft = record
        if (survey.status !== 'draft') return notNow('SURVEY_STATE', 'Only a draft can be published.')
        const mistakes = mistakesIn(survey)
        if (mistakes.length > 0) return notNow('SURVEY_UNSOUND', `Mend this first: ${mistakes.join('; ')}.`)
        const missing = (survey.languages ?? []).flatMap((language) => {
          const places = missingTexts(survey, language)
          return places.length > 0 ? [`${languageNames[language] ?? language}: ${places.join('; ')}`] : []
        })
        if (missing.length > 0) return notNow('SURVEY_INCOMPLETE', `Texts are missing. ${missing.join('. ')}.`)
        return { changes: { status: 'published', publishedAt: now } }
      },
    },
    retire: {
      decide: ({ record }) =>
        (record as SurveyDraft).status === 'published'
          ? { changes: { status: 'retired' } }
          : notNow('SURVEY_STATE', 'Only a published survey can be retired.'),
    },
  },
}
