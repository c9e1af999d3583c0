import { FollowUp } from '#shared/entities/followUp.ts'
import { Interaction } from '#shared/entities/interaction.ts'
import type { Patient } from '#shared/entities/patient.ts'
import { contactDay, dayAfter, dayAt } from '#shared/rules/follow-ups/contactDays.ts'
import { type CallEnd, type CallScene, callActs, listed } from '../cases/callActs.ts'
import { type DemoWriter, later } from '../demoWriter.ts'
import type { Random } from '../random.ts'
import { type Sites, siteCodeOf } from '../sites.ts'
import { type ActSequence, type DemoAct, takeActs } from '../takeActs.ts'
import type { Staff } from '../users.ts'
import { callWords, talkWords } from '../words/talkWords.ts'
import type { Visit } from './encounters.ts'

/** New complaints that a call brings, in the full demo. */
export const complaintCount = 2

/** How often what is planned beside cases happens in the full demo, and how it ends. */
const planned = [
  ...(['handled', 'handled', 'declined', 'handled', 'ahead'] as const).map((end) => ['vip-request', end] as const),
  ...(['satisfied', 'neutral', 'cancelled', 'ahead', 'ahead', 'ahead', 'ahead', 'ahead', 'ahead'] as const).map(
    (end) => ['routine-call', end] as const,
  ),
  ...(['visited', 'visited', 'agreed', 'asked', 'refused', 'withdrawn'] as const).map(
    (end) => ['home-visit', end] as const,
  ),
] as const

/** Calls after operations, calls of other kinds, wishes and visits at home; returns how many there are. */
export async function createFollowUps(
  writer: DemoWriter,
  sites: Sites,
  staff: Staff,
  patients: readonly Patient[],
  visits: readonly Visit[],
): Promise<number> {
  const random = writer.random('follow-ups')
  const sceneOf = (patient: Patient): CallScene => {
    const site = sites[siteCodeOf(sites, patient.siteId)]
    const own = writer.random(`calls ${patient.id}`)
    const caller = random.pick(staff.withRole(site.id, 'officer'))
    return { random: own, site, caller, today: dayAt(site, writer.now) }
  }
  const others = random
    .shuffled(patients)
    .slice(0, writer.count(planned.length))
    .flatMap((patient, index) => {
      const [kind, end] = planned[index] ?? []
      return kind && end ? sequenceOf(writer, sceneOf(patient), patient, kind, end) : []
    })
  const complaints = random
    .shuffled(patients)
    .slice(0, writer.count(complaintCount))
    .map((patient) => complaintOf(writer, sceneOf(patient), patient))
  const called = visits.flatMap((visit) => afterDischarge(writer, random, sceneOf(visit.patient), visit))
  const sequences = [...others, ...complaints, ...called]
  await takeActs(writer, sequences)
  return sequences.length
}

/** A follow-up that the desk plans, on a day, for a window of three days. */
const planAct = ({ site, caller }: CallScene, patient: Patient, kind: FollowUp['kind'], note: string): DemoAct => ({
  name: 'call',
  does: { creates: FollowUp },
  when: 20,
  by: caller,
  values: ({ at }) => ({
    patientId: patient.id,
    kind,
    note,
    dueFrom: contactDay(site, dayAfter(dayAt(site, at), 1)).fromAt,
    dueTo: contactDay(site, dayAfter(dayAt(site, at), 4)).toAt,
  }),
})

type PlannedEnd = (typeof planned)[number][1]

function sequenceOf(
  writer: DemoWriter,
  scene: CallScene,
  patient: Patient,
  kind: (typeof planned)[number][0],
  end: PlannedEnd,
): ActSequence {
  const { site, random } = scene
  const startAt = writer.daysAgo(end === 'ahead' || end === 'asked' || end === 'agreed' ? 1.2 : random.between(6, 30))
  const note = kind === 'home-visit' ? callWords.visit : kind === 'vip-request' ? callWords.vip : callWords.routine
  const plan = planAct(scene, patient, kind, note)
  const acts = kind === 'home-visit' ? [plan, ...visitActs(scene, patient, end)] : [plan, ...endActs(scene, end)]
  return { site, random, startAt, records: {}, acts }
}

const callEnds: Partial<Record<PlannedEnd, CallEnd>> = {
  handled: 'request-handled',
  declined: 'request-declined',
  satisfied: 'satisfied',
  neutral: 'neutral',
}

function endActs(scene: CallScene, end: PlannedEnd): DemoAct[] {
  const known = callEnds[end]
  if (known) return callActs(scene, known)
  if (end !== 'cancelled') return [listed(scene)]
  const values = { reason: callWords.cancelled }
  return [{ name: 'call', does: { step: 'cancel' }, when: 300, by: scene.caller, values }]
}

/** A visit at home: the patient is asked on the phone, and it has a time only when the patient agreed. */
function visitActs({ site, caller }: CallScene, patient: Patient, end: PlannedEnd): DemoAct[] {
  if (end === 'asked') return []
  const [details, resolution] = end === 'refused' ? talkWords.noVisit : talkWords.visit
  const talk: DemoAct = {
    name: 'talk',
    does: { creates: Interaction },
    when: 40,
    by: caller,
    values: ({ at }) => ({ patientId: patient.id, kind: 'call', at, place: 'phone', details, resolution }),
  }
  const consent = (consentStatus: string): DemoAct => ({
    name: 'call',
    does: { step: 'record-consent' },
    when: 1,
    by: caller,
    values: ({ records }) => ({ consentStatus, interactionId: records.talk?.id, scope: talkWords.visitScope }),
  })
  const schedule: DemoAct = {
    name: 'call',
    does: { step: 'schedule' },
    when: 3,
    by: caller,
    values: ({ at }) => ({ visitAt: later(contactDay(site, dayAfter(dayAt(site, at), 2)).fromAt, 90) }),
  }
  const visited: DemoAct = {
    name: 'call',
    does: { step: 'complete' },
    when: ({ records, at }) => later(String(records.call?.scheduledAt ?? at), 70),
    by: caller,
    values: { outcome: 'satisfied', recoveryNote: callWords.satisfied[0] },
  }
  if (end === 'refused') return [talk, consent('refused')]
  const agreed = [talk, consent('granted'), schedule]
  if (end === 'withdrawn') return [...agreed, consent('withdrawn')]
  return end === 'visited' ? [...agreed, visited] : agreed
}

/** A call of yesterday in which the patient complained of something else, which became a case. */
function complaintOf(writer: DemoWriter, scene: CallScene, patient: Patient): ActSequence {
  const { site, random, caller } = scene
  const complete: DemoAct = {
    name: 'call',
    does: { step: 'complete' },
    when: ({ records, at }) => later(String(records.call?.dueFrom ?? at), 45),
    by: caller,
    values: { outcome: 'complaint-raised', concerns: callWords.complaint },
  }
  const plan = planAct(scene, patient, 'routine-call', callWords.routine)
  return { site, random, startAt: writer.daysAgo(2.2), records: {}, acts: [plan, complete] }
}

/** Days since a discharge, before which the calls after it are left out. */
const recentDays = 14

/** The call that the product plans for a patient who was operated on and went home. */
function afterDischarge(writer: DemoWriter, random: Random, scene: CallScene, visit: Visit): ActSequence[] {
  const { encounter, patient } = visit
  const { dischargedOn = '', isPostOpCallWanted } = encounter
  if (!isPostOpCallWanted || dischargedOn <= writer.daysAgo(recentDays).slice(0, 10)) return []
  const startAt = `${dischargedOn}T19:00:00.000Z`
  if (startAt > writer.now) return []
  const end = random.weighted([
    ['satisfied', 60],
    ['neutral', 25],
    ['clinical-concern', 7],
    ['no-answer', 8],
  ] as const)
  const plan: DemoAct = {
    ...planAct(scene, patient, 'post-op-call', callWords.routine),
    when: () => startAt,
    by: undefined,
  }
  const values: DemoAct['values'] = (moment) => {
    const own = typeof plan.values === 'function' ? plan.values(moment) : {}
    return { ...own, note: undefined, encounterId: encounter.id }
  }
  return [
    {
      site: scene.site,
      random: scene.random,
      startAt,
      records: {},
      acts: [{ ...plan, values }, ...callActs(scene, end)],
    },
  ]
}
