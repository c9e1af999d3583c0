import { Interaction } from '#shared/entities/interaction.ts'
import { Letter } from '#shared/entities/letter.ts'
import type { ActRecords, DemoAct } from '../takeActs.ts'
import { letterWords } from '../words/reportWords.ts'
import { talks, talkWords } from '../words/talkWords.ts'
import { type CaseScene, idOf, minutes } from './caseScene.ts'

const places = { call: 'phone', meeting: 'private-room', message: 'written' } as const

/** A conversation with the patient as the owner writes it down; in a major case a lead, the doctor and an officer sit in. */
export function talkAct(scene: CaseScene, when: number): DemoAct {
  const { random, intake, team, isMajor, majorReasons } = scene
  const { owner, lead, clinician } = team
  const kind = random.weighted([
    ['call', 60],
    ['meeting', 28],
    ['message', 12],
  ] as const)
  const isMeeting = kind === 'meeting'
  const isSurgical = majorReasons.includes('evident-surgical-problem')
  const isBoundary = kind === 'call' && random.isTrue(0.05)
  const [details, resolution] = isBoundary ? talkWords.boundary : random.pick(talks[kind])
  const attendees = [{ name: intake.visit.patient.name, relation: 'patient' }]
  return {
    name: 'talk',
    does: { creates: Interaction },
    when,
    by: owner,
    values: ({ records, at }) => ({
      patientId: intake.visit.patient.id,
      caseId: idOf(records, 'case'),
      kind,
      at,
      place: places[kind],
      attendees,
      details,
      ...(resolution && { resolution }),
      ...(isBoundary && { conduct: { flag: 'abusive', boundarySetAt: at } }),
      ...(isMeeting && isMajor && { leadId: lead.userId }),
      ...(isMeeting && isMajor && isSurgical && { doctorId: clinician.userId, escortId: owner.userId }),
    }),
  }
}

/** The front desk calls for help, and a lead comes. */
export function helpActs({ random, team }: CaseScene): DemoAct[] {
  const note = random.pick(talkWords.help)
  return [
    { name: 'case', does: { step: 'call-for-help' }, when: 1, by: team.frontDesk, values: { note } },
    { name: 'case', does: { step: 'answer-help' }, when: 2, by: team.lead },
  ]
}

/** A letter to the patient from its draft to the post; the director decides on a statement, and refuses some. */
export function letterActs(scene: CaseScene, kind: Letter['kind'], isRefused = false): DemoAct[] {
  const { random, team, intake } = scene
  const { owner, director } = team
  const name = 'letter'
  const language = intake.language === 'ar' ? 'ar' : 'en'
  const isIn =
    (status: string) =>
    ({ letter }: ActRecords) =>
      letter?.status === status
  const refused = { does: { step: 'reject' }, values: { reason: letterWords.rejected } }
  const decided = isRefused ? refused : { does: { step: 'approve' } }
  return [
    {
      name,
      does: { creates: Letter },
      when: minutes(scene, 30, 300),
      by: owner,
      values: ({ records }) => ({ caseId: idOf(records, 'case'), kind, language, body: letterWords[kind][language] }),
    },
    { name, does: { step: 'submit' }, when: random.between(5, 60), by: owner },
    { name, when: minutes(scene, 60, 700), by: director, only: isIn('pending-approval'), ...decided },
    {
      name,
      does: { step: 'send' },
      when: minutes(scene, 20, 300),
      by: owner,
      values: { sentHow: random.pick(letterWords.sentHow) },
      only: isIn('approved'),
    },
  ]
}
