import type { Answers } from '#shared/entities/response.ts'
import type { Question, Survey } from '#shared/entities/survey.ts'
import { isAsked } from '#shared/rules/surveys/answers.ts'
import { answerOptions } from '#shared/rules/surveys/scale.ts'
import type { Chance } from '../chance.ts'
import type { SiteCode } from '../sites.ts'
import { comments } from '../words/comments.ts'

/** Where and how long ago somebody was treated; what the demo's weak points depend on. */
export interface Experience {
  readonly code: SiteCode
  readonly department: string
  readonly daysAgo: number
  readonly isInsured: boolean
}

type Domain = Question['domain']

/** How good things usually are, on the scale on which opinions are thresholds. */
const usual = 1.05

/** The weak points of the demo, and one that has been mended and one that has become worse in the last weeks. */
function quality(domain: Domain, { code, department, daysAgo }: Experience): number {
  if (domain === 'billing' && code === 'CORAL') return -0.25
  if (domain === 'access' && department === 'Emergency') return code === 'PALM' ? -0.15 : 0.45
  if (domain === 'insurance-approval' && department === 'Orthopaedics') return -0.1
  if (domain === 'discharge' && department === 'Plastic surgery') return 0.35
  if (domain === 'reception' && code === 'HARB') return daysAgo > 60 ? 0 : 1.4
  if (domain === 'cleanliness' && department === 'Dental' && code === 'PALM') return daysAgo > 60 ? 1.2 : 0.3
  return domain === 'doctor' ? usual + 0.35 : usual
}

/** Share of visits in which everything goes wrong at once. */
const goneWrong = 0.05

const noise = (chance: Chance): number => (chance.next() + chance.next() + chance.next() - 1.5) * 1.9

const thresholds = [-1.4, -0.75, 0.05, 1]

/** The answer to one question by how things were: the option that many thresholds up the scale. */
function answerTo(question: Question, feeling: number, chance: Chance): string | string[] | undefined {
  const options = answerOptions(question)
  const codes = options.map(({ code }) => code)
  const last = codes.length - 1
  if (question.type === 'text') return undefined
  if (question.type === 'choices') return chance.shuffled(codes).slice(0, chance.between(1, 2))
  if (question.type === 'nps11') return codes[Math.max(0, Math.min(last, Math.round(7.3 + 2.3 * feeling)))]
  if (question.type === 'yesno') return feeling > -0.35 ? 'yes' : 'no'
  const step = thresholds.filter((threshold) => feeling > threshold).length
  if (question.type === 'choice') return codes[Math.max(0, Math.min(last, Math.round(((4 - step) / 4) * last)))]
  return codes[Math.round((step / 4) * last)]
}

/** How somebody answers a questionnaire, and what they write into the last box. */
export function opinionOf(survey: Survey, chance: Chance, experience: Experience, language: keyof typeof comments) {
  const mood = noise(chance) * 0.6 - (chance.isTrue(goneWrong) ? 1.7 : 0)
  const answers: Answers = {}
  const feelings = new Map<Domain, number>()
  for (const question of survey.questions) {
    if (!isAsked(question, answers)) continue
    const { domain, qid } = question
    if (qid === 'whoPays') {
      answers[qid] = experience.isInsured ? 'insurer' : chance.pick(['self', 'self', 'self', 'employer'])
      continue
    }
    const felt = domain === 'overall' ? meanOf([...feelings.values()]) - 0.75 + noise(chance) * 0.3 : undefined
    const feeling = felt ?? quality(domain, experience) + mood + noise(chance) * 0.75
    feelings.set(domain, feeling)
    if (!question.required && chance.isTrue(0.03)) continue
    const answer = answerTo(question, feeling, chance)
    if (answer !== undefined) answers[qid] = answer
  }
  return { answers, comment: commentOf(chance, feelings, comments[language]) }
}

const meanOf = (numbers: readonly number[]): number =>
  numbers.reduce((sum, each) => sum + each, 0) / Math.max(1, numbers.length)

/** The unhappy write about what was worst, and write more often. */
function commentOf(chance: Chance, feelings: ReadonlyMap<Domain, number>, words: (typeof comments)['en']) {
  const [[worst, feeling] = ['overall', 0] as const] = [...feelings].sort(([, a], [, b]) => a - b)
  if (feeling > 0.4) return chance.isTrue(0.14) ? chance.pick(words.good) : undefined
  if (feeling > -0.6 || !chance.isTrue(0.55)) return undefined
  if (worst === 'access' || worst === 'reception' || worst === 'billing') return chance.pick(words[worst])
  return chance.pick(worst === 'insurance-approval' ? words.approval : words.other)
}
