import type { Actor } from '#shared/declaration/access.ts'
import type { AnyRecord } from '#shared/declaration/entity.ts'
import { dayLater, later } from '../demoWriter.ts'
import type { Random } from '../random.ts'
import type { DemoStep } from '../takeSteps.ts'
import { caseWords } from '../words/caseWords.ts'
import { afterWorkingMinutes } from '../workingHours.ts'
import type { Intake } from './intake.ts'

/** The people who work on a case. */
export interface CaseTeam {
  /** The owner at intake; absent when somebody has to take the case. */
  readonly firstOwner?: Actor
  readonly owner: Actor
  readonly lead: Actor
  /** Who closes the case: a lead who is not its owner. */
  readonly closer: Actor
  readonly clinician: Actor
}

/** Who takes a statement, and when. */
export interface StatementPlan {
  readonly at: string
  readonly by: Actor
}

/** The steps of a case and the statements between them. */
export interface CasePlan {
  readonly steps: readonly DemoStep[]
  readonly patientStatement?: StatementPlan
  readonly teamStatement?: StatementPlan
}

const ends = [
  ['closed', 82],
  ['reopened', 6],
  ['withdrawn', 7],
  ['legal-route', 5],
] as const

/** Plans a whole case from its first step; the steps after the end of the demo are not taken. */
export function casePlanOf(random: Random, intake: Intake, team: CaseTeam, startAt: string): CasePlan {
  const { story, site } = intake
  const { owner, lead, closer, clinician } = team
  const slowness = random.slowness()
  let now = startAt
  const after = (low: number, high: number) => {
    now = afterWorkingMinutes(site, now, slowness * random.between(low, high))
    return now
  }
  const step: MakeStep = (action, minutes, body = {}, by = owner) => ({ at: after(...minutes), by, action, body })
  const contactPerson = owner.name
  const acknowledge = step('acknowledge', [15, 420], { how: random.pick(caseWords.acknowledgedHow), contactPerson })
  const end = random.weighted(ends)
  if (end === 'withdrawn')
    return { steps: [acknowledge, step('withdraw', [400, 3000], { reason: random.pick(caseWords.withdrawn) })] }
  const planOn = dayLater(now.slice(0, 10), random.between(2, 5))
  const investigate = step('investigate', [120, 1000], { plan: random.pick(caseWords.plan), planOn })
  const patientStatement = { at: after(60, 900), by: owner }
  const isTeamGone = random.isTrue(0.05)
  const teamStatement = isTeamGone ? undefined : { at: after(60, 1100), by: clinician }
  const finding = {
    faultClass: story.fault,
    cause: story.cause,
    outcome: story.outcome,
    ...(isTeamGone && { teamUnavailableReason: random.pick(caseWords.teamUnavailable) }),
  }
  const steps = [acknowledge, investigate, step('assess', [120, 700], finding, isTeamGone ? lead : owner)]
  const statements = { patientStatement, teamStatement }
  if (end === 'legal-route' && story.type === 'complaint') {
    const legalRoute = step(
      'legal-route',
      [300, 2000],
      { reason: random.pick(caseWords.legal), lawyersLetter: true },
      lead,
    )
    return { steps: [...steps, legalRoute], ...statements }
  }
  steps.push(...stepsFromResponse(step, random, closer))
  if (end === 'reopened')
    steps.push(
      step('reopen', [1200, 4000], { reason: random.pick(caseWords.reopened) }),
      step('assess', [300, 1200], finding, lead),
      ...stepsFromResponse(step, random, closer),
    )
  return { steps, ...statements }
}

type MakeStep = (action: string, minutes: readonly [number, number], body?: DemoStep['body'], by?: Actor) => DemoStep

/** The steps from the response to the patient until the case is closed. */
function stepsFromResponse(step: MakeStep, random: Random, closer: Actor): DemoStep[] {
  const respond = step('respond', [200, 1300], { noRemedyReason: random.pick(caseWords.noRemedy) })
  const wait = random.isTrue(0.45)
    ? [
        step('await-patient', [60, 600], { note: random.pick(caseWords.waitingFor) }),
        step('resume', [600, 6000], { note: random.pick(caseWords.resumed) }),
      ]
    : []
  const patientDecision = random.weighted([
    ['accepted', 66],
    ['partly', 23],
    ['rejected', 11],
  ] as const)
  return [respond, ...wait, step('resolve', [120, 1400], { patientDecision }), step('close', [1400, 3000], {}, closer)]
}

/** The hand-over from the first owner; without one, the owner takes the case. No step when both are the same. */
export function handOver(random: Random, { site }: Intake, team: CaseTeam, openedAt: string): DemoStep[] {
  const { firstOwner, owner } = team
  if (firstOwner?.userId === owner.userId) return []
  const at = afterWorkingMinutes(site, openedAt, random.between(5, firstOwner ? 200 : 700))
  return [{ at, by: firstOwner ?? owner, action: 'hand-over', body: { ownerId: owner.userId } }]
}

/** The steps of a case with those by which the lead lets the director know of a major one, opened or reopened. */
export function directorTold(
  steps: readonly DemoStep[],
  { severity }: AnyRecord,
  { lead }: CaseTeam,
  openedAt: string,
) {
  if (severity !== 'major') return steps
  const toldAfter = (at: string): DemoStep => ({ at: later(at, 4), by: lead, action: 'director-informed' })
  const whole = steps.flatMap((step) => (step.action === 'reopen' ? [step, toldAfter(step.at)] : [step]))
  return [toldAfter(openedAt), ...whole]
}
