import type { Actor } from '#shared/declaration/access.ts'
import { Statement } from '#shared/entities/statement.ts'
import { dayLater, later } from '../demoWriter.ts'
import type { ActRecords, DemoAct } from '../takeActs.ts'
import { caseWords } from '../words/caseWords.ts'
import { type CallEnd, callActs, isRunning } from './callActs.ts'
import { type CaseScene, idOf, minutes } from './caseScene.ts'
import { answerActs, isUndecided, lapseActs, type OfferPlan, offerActs, offerPlanOf } from './offerActs.ts'
import { preventionActs, promiseActs } from './promiseActs.ts'
import { reportActs } from './reportActs.ts'
import { helpActs, letterActs, talkAct } from './talkActs.ts'

const ends = [
  ['closed', 88],
  ['withdrawn', 7],
  ['legal-route', 5],
] as const

const callEnds: readonly (readonly [CallEnd, number])[] = [
  ['satisfied', 60],
  ['neutral', 20],
  ['unsatisfied', 8],
  ['no-answer', 8],
  ['refused', 4],
]

/** Share of cases about which more is written down than their steps; of older ones less is known. */
const told = { recent: 0.6, old: 0.25 } as const

/** Plans a whole case from its first step; the acts after the end of the demo are not taken. It leads to the given offer, if any. */
export function caseActsOf(scene: CaseScene, given?: OfferPlan): DemoAct[] {
  const { random, intake, team, isMajor, isOld } = scene
  const { owner, lead } = team
  const isTold = random.isTrue(isOld ? told.old : told.recent)
  const step = stepOf(scene)
  const how = random.pick(caseWords.acknowledgedHow)
  const acknowledge = step('acknowledge', [15, 420], { how, contactPerson: owner.name })
  const isLoud = isMajor && intake.channel === 'in-person' && random.isTrue(0.5)
  const begin = [
    ...(isLoud ? helpActs(scene) : []),
    ...handOver(scene),
    ...(isMajor ? [directorTold(scene)] : []),
    acknowledge,
  ]
  const offer = given ?? offerPlanOf(scene)
  const end = given ? 'closed' : random.weighted(ends)
  if (end === 'withdrawn')
    return [...begin, step('withdraw', [400, 3000], { reason: random.pick(caseWords.withdrawn) })]
  const promise = random.isTrue(isOld ? 0.15 : 0.4) ? promiseActs(scene) : undefined
  const acts = [...begin, ...(isTold ? [talkAct(scene, 5)] : []), ...(promise ? [promise.made, ...promise.ended] : [])]
  const plan = random.pick(caseWords.plan)
  const days = random.between(2, 5)
  acts.push({
    ...step('investigate', [60, 600]),
    values: ({ at }) => ({ plan, planOn: dayLater(at.slice(0, 10), days) }),
  })
  if (intake.site.code === 'PALM' && !isOld && random.isTrue(0.08)) acts.push(...letterActs(scene, 'extension-notice'))
  acts.push(...assessActs(scene))
  if (end === 'legal-route' && intake.story.type === 'complaint') {
    const body = { reason: random.pick(caseWords.legal), lawyersLetter: true }
    return [...acts, step('legal-route', [300, 2000], body, lead)]
  }
  return [...acts, ...actsToTheEnd(scene, offer)]
}

/** The acts from the finding to the end: the report, the offer, the answer, the call, and perhaps all of it again. */
function actsToTheEnd(scene: CaseScene, offer: OfferPlan | undefined): DemoAct[] {
  const { random, intake, team, isMajor, isOld } = scene
  const { story, site } = intake
  const hasAction = story.fault === 'own-fault' && random.isTrue(isMajor ? 0.8 : 0.3)
  const action = hasAction ? preventionActs(scene) : undefined
  const isLettered = site.code === 'PALM' && !isOld && random.isTrue(0.25)
  const hasStatement = random.isTrue(0.03)
  const call = random.weighted(callEnds)
  const calls = { random, site, caller: team.owner, today: scene.today }
  const again = [
    ...(isMajor ? [directorTold(scene)] : []),
    stepOf(scene)('assess', [300, 1200], ({ records }) => findingOf(scene, !records[teamStatement]), team.lead),
    ...answeredActs(scene, undefined),
    ...callActs(calls, 'satisfied'),
  ]
  const begin = [
    ...(action ? [action.made, ...action.ended] : []),
    ...(isMajor ? reportActs(scene) : []),
    ...(offer ? offerActs(scene, offer) : []),
  ]
  if (offer && isUndecided(offer)) return begin
  return [
    ...begin,
    ...answeredActs(scene, offer),
    ...(isLettered ? letterActs(scene, 'statutory-response') : []),
    ...(hasStatement ? letterActs(scene, 'written-statement', random.isTrue(0.4)) : []),
    ...callActs(calls, call),
    ...(call === 'unsatisfied' ? again : []),
    { ...stepOf(scene)('close', [300, 1800], {}, team.closer), only: isSettled },
    ...(offer ? lapseActs(offer) : []),
  ]
}

/** Whether nothing stands against closing: the report is accepted, the call was made, and every promise was kept or has ended. */
const isSettled = (records: ActRecords): boolean => {
  const { case: matter, report } = records
  return (report === undefined || report.status === 'accepted') && !matter?.openPromises && !isRunning(records)
}

type StepMaker = (action: string, span: readonly [number, number], values?: DemoAct['values'], by?: Actor) => DemoAct

/** Makes steps of the case, by its owner unless somebody else is named. */
const stepOf =
  (scene: CaseScene): StepMaker =>
  (action, span, values = {}, by = scene.team.owner) => ({
    name: 'case',
    does: { step: action },
    when: minutes(scene, ...span),
    by,
    values,
  })

/** The hand-over from the first owner; without one, the owner takes the case. No act when both are the same. */
function handOver({ random, team: { firstOwner, owner } }: CaseScene): DemoAct[] {
  if (firstOwner?.userId === owner.userId) return []
  const when = random.between(5, firstOwner ? 200 : 700)
  const values = { ownerId: owner.userId }
  return [{ name: 'case', does: { step: 'hand-over' }, when, by: firstOwner ?? owner, values }]
}

/** A lead lets the director know of a major case, opened or reopened. */
const directorTold = ({ team }: CaseScene): DemoAct => ({
  name: 'case',
  does: { step: 'director-informed' },
  when: ({ at }) => later(at, 4),
  by: team.lead,
})

/** The name of what the team said. */
const teamStatement = 'team statement'

/** What was found; with a reason where nobody of the team could be asked. */
const findingOf = ({ intake: { story } }: CaseScene, isTeamGone: boolean) => ({
  faultClass: story.fault,
  cause: story.cause,
  outcome: story.outcome,
  ...(isTeamGone && { teamUnavailableReason: caseWords.teamUnavailable[0] }),
})

/** Both sides are heard, and what was found is written down; a lead does it where nobody of the team can be asked. */
function assessActs(scene: CaseScene): DemoAct[] {
  const { random, intake, team } = scene
  const { story, visit } = intake
  const isTeamGone = random.isTrue(0.05)
  const statement = (side: 'patient' | 'team', by: Actor, words: object): DemoAct => {
    const elsewhere = side === 'team' ? 'written' : 'video'
    const place = random.weighted([
      ['private-room', 60],
      ['phone', 25],
      [elsewhere, 15],
    ] as const)
    return {
      name: side === 'team' ? teamStatement : 'patient statement',
      does: { creates: Statement },
      when: minutes(scene, 30, 420),
      by,
      values: ({ records, at }) => ({
        caseId: idOf(records, 'case'),
        side,
        takenAt: at,
        place,
        confirmedBySpeaker: true,
        ...words,
      }),
    }
  }
  const { narrative, translation, team: teamNarrative } = story
  const ofPatient = { speakerName: visit.patient.name, narrative, ...(translation && { translation }) }
  const ofTeam = { speakerName: visit.encounter.doctor ?? 'Shift leader', narrative: teamNarrative }
  return [
    statement('patient', team.owner, ofPatient),
    ...(isTeamGone ? [] : [statement('team', team.clinician, ofTeam)]),
    stepOf(scene)('assess', [60, 420], findingOf(scene, isTeamGone), isTeamGone ? team.lead : team.owner),
  ]
}

/** The steps from the answer to the patient until the case is resolved; without an offer that stands, with a reason. */
function answeredActs(scene: CaseScene, offer: OfferPlan | undefined): DemoAct[] {
  const { random } = scene
  const step = stepOf(scene)
  const noRemedyReason = random.pick(caseWords.noRemedy)
  const respond = step('respond', [60, 480], ({ records }) => (records.case?.standingOffers ? {} : { noRemedyReason }))
  const wait = random.isTrue(0.45)
    ? [
        step('await-patient', [40, 300], { note: random.pick(caseWords.waitingFor) }),
        step('resume', [600, 6000], { note: random.pick(caseWords.resumed) }),
      ]
    : []
  const usual = random.weighted([
    ['accepted', 66],
    ['partly', 23],
    ['rejected', 11],
  ] as const)
  const patientDecision = offer?.end === 'declined' ? 'rejected' : offer?.end === 'fulfilled' ? 'accepted' : usual
  return [respond, ...(offer ? answerActs(scene, offer) : []), ...wait, step('resolve', [40, 480], { patientDecision })]
}
