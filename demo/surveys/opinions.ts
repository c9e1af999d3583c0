import type { Answers } from '#shared/entities/response.ts'
import type { Question, Survey } from '#shared/entities/survey.ts'
import { isAsked } from '#shared/rules/surveys/answers.ts'
import { answerOptions } from '#shared/rules/surveys/scale.ts'
import type { Random } from '../random.ts'
import type { SiteCode } from '../sites.ts'
import { comments } from '../words/comments.ts'

/** Where and how long ago a patient was treated; the weak points of the demo depend on it. */
export interface Experience {
  readonly code: SiteCode
  readonly department: string
  readonly daysAgo: number
  readonly isInsured: boolean
}

type Domain = Question['domain']

/** The usual quality, on the scale of `thresholds`. */
const usual = 1.05

/** The weak points of the demo; one of them became better and one became worse in the last weeks. */
function quality(domain: Domain, { code, department, daysAgo }: Experience): number {
  if (domain === 'billing' && code === 'CORAL') return -0.25
  if (domain === 'access' && department === 'Emergency') return code === 'PALM' ? -0.15 : 0.45
  if (domain === 'insurance-approval' && department === 'Orthopaedics') return -0.1
  if (domain === 'discharge' && department === 'Plastic surgery') return 0.35
  if (domain === 'reception' && code === 'HARB') return daysAgo > 60 ? 0 : 1.4
  if (domain === 'cleanliness' && department === 'Dental' && code === 'PALM') return daysAgo > 60 ? 1.2 : 0.3
  return domain === 'doctor' ? usual + 0.35 : usual
}

/** Share of visits in which everything goes wrong. */
const failureShare = 0.05

const noise = (random: Random): number => (random.next() + random.next() + random.next() - 1.5) * 1.9

const thresholds = [-1.4, -0.75, 0.05, 1]

/** The answer to one question: one option higher for each threshold that the feeling exceeds. */
function answerTo(question: Question, feeling: number, random: Random): string | string[] | undefined {
  const options = answerOptions(question)
  const codes = options.map(({ code }) => code)
  const last = codes.length - 1
  if (question.type === 'text') return undefined
  if (question.type === 'choices') return random.shuffled(codes).slice(0, random.between(1, 2))
  if (question.type === 'nps11') return codes[Math.max(0, Math.min(last, Math.round(7.3 + 2.3 * feeling)))]
  if (question.type === 'yesno') return feeling > -0.35 ? 'yes' : 'no'
  const step = thresholds.filter((threshold) => feeling > threshold).length
  if (question.type === 'choice') return codes[Math.max(0, Math.min(last, Math.round(((4 - step) / 4) * last)))]
  return codes[Math.round((step / 4) * last)]
}

/** The answers of a patient to a questionnaire, and the comment. */
export function opinionOf(survey: Survey, random: Random, experience: Experience, language: keyof typeof comments) {
  const mood = noise(random) * 0.6 - (random.isTrue(failureShare) ? 1.7 : 0)
  const answers: Answers = {}
  const feelings = new Map<Domain, number>()
  for (const question of survey.questions) {
    if (!isAsked(question, answers)) continue
    const { domain, qid } = question
    if (qid === 'whoPays') {
      answers[qid] = experience.isInsured ? 'insurer' : random.pick(['self', 'self', 'self', 'employer'])
      continue
    }
    const overall = domain === 'overall' ? meanOf([...feelings.values()]) - 0.75 + noise(random) * 0.3 : undefined
    const feeling = overall ?? quality(domain, experience) + mood + noise(random) * 0.75
    feelings.set(domain, feeling)
    if (!question.required && random.isTrue(0.03)) continue
    const answer = answerTo(question, feeling, random)
    if (answer !== undefined) answers[qid] = answer
  }
  return { answers, comment: commentOf(random, feelings, comments[language]) }
}

const meanOf = (numbers: readonly number[]): number =>
  numbers.reduce((sum, each) => sum + each, 0) / Math.max(1, numbers.length)

/** A comment on the worst domain; unhappy patients comment more often. */
function commentOf(random: Random, feelings: ReadonlyMap<Domain, number>, words: (typeof comments)['en']) {
  const [[worst, feeling] = ['overall', 0] as const] = [...feelings].sort(([, a], [, b]) => a - b)
  if (feeling > 0.4) return random.isTrue(0.14) ? random.pick(words.good) : undefined
  if (feeling > -0.6 || !random.isTrue(0.55)) return undefined
  if (worst === 'access' || worst === 'reception' || worst === 'billing') return random.pick(words[worst])
  return random.pick(worst === 'insurance-approval' ? words.approval : words.other)
}
