import type { Actor } from '#shared/declaration/access.ts'
import type { AnyRecord, Entity, RecordValues } from '#shared/declaration/entity.ts'
import { AccountabilityNote } from '#shared/entities/accountabilityNote.ts'
import { Case } from '#shared/entities/case.ts'
import { FollowUp, followUpOutcomes } from '#shared/entities/followUp.ts'
import { Interaction } from '#shared/entities/interaction.ts'
import { Letter } from '#shared/entities/letter.ts'
import { Offer, remedies } from '#shared/entities/offer.ts'
import { CasePromise } from '#shared/entities/promise.ts'
import { reportParts, SpecialReport } from '#shared/entities/specialReport.ts'
import { Statement } from '#shared/entities/statement.ts'
import type { Hospital } from './hospital.ts'

/** Small numbers from which everything in a move is chosen. */
export type Dice = readonly [move: number, person: number, which: number, value: number, hours: number]

const choose = <T>(list: readonly T[], number: number): T | undefined => list[number % list.length]
const later = (now: string, hours: number) => new Date(Date.parse(now) + hours * 3_600_000).toISOString()

/** What the forms of steps are filled in with, by step; the same for good and for bad moments. */
function bodyOf(hospital: Hospital, step: string, value: number, record: AnyRecord): RecordValues {
  const { now } = hospital.desk
  const all = hospital.desk.of(Interaction)
  const calls = all.filter(({ kind, patientId }) => kind === 'call' && patientId === record.patientId)
  const interactions = value % 4 ? calls : all
  const person = choose(hospital.people, value)?.userId
  const bodies: Readonly<Record<string, RecordValues>> = {
    acknowledge: { how: 'phone', contactPerson: 'Huda' },
    investigate: { plan: 'Ask both sides.', planOn: '2026-04-01' },
    assess: {
      faultClass: choose(['own-fault', 'communication', 'unreasonable-demand'], value),
      cause: choose(['attitude', 'clinical', 'billing', 'insurer'], value),
      outcome: 'upheld',
      ...(value % 3 === 0 && { teamUnavailableReason: 'On leave.' }),
    },
    respond: value % 2 ? { noRemedyReason: 'Nothing to offer.' } : {},
    resolve: { patientDecision: choose(['accepted', 'partly', 'rejected'], value) },
    'mark-major': { reasons: ['hospital-incident'] },
    'legal-route': { reason: 'A letter came.', lawyersLetter: value % 2 === 0 },
    'hand-over': { ownerId: person },
    reassign: { ownerId: person, assigneeId: person },
    extend: { untilAt: later(now, 200 + value) },
    merge: { intoId: choose(hospital.desk.of(Case), value)?.id },
    make: { madeHow: 'in person' },
    reject: { reason: 'Too much.' },
    keep: { evidence: 'Called.' },
    renegotiate: { newDueAt: later(now, 24 + value), reason: 'The bank needs longer.' },
    'tell-patient': { toldHow: 'phone' },
    return: { returnReason: 'Say what changes.' },
    send: { sentHow: 'post' },
    attempt: { result: choose(['reached', 'no-answer', 'busy', 'call-later', 'refused'], value) },
    'record-consent': {
      consentStatus: choose(['granted', 'granted', 'refused', 'withdrawn'], value),
      interactionId: choose(interactions, value)?.id ?? 'interaction_none',
    },
    schedule: { visitAt: value % 5 ? `${later(now, 24).slice(0, 10)}T08:00:00.000Z` : later(now, 20 + value) },
    complete: {
      outcome: choose(followUpOutcomes, value % 3 ? 0 : value),
      concerns: 'She waited.',
      ...(value % 4 === 0 && { interest: 'Laser.' }),
    },
    'record-payer-answer': {
      payerAnswer: choose(['paid', 'denied-final'], value),
      payerAnsweredOn: '2026-03-02',
      payerReference: `R-${record.id}`,
      payerPaidMinor: value % 5 ? (value % 2 ? 0 : 120_000) : value,
    },
  }
  return { reason: 'Because.', note: 'Please come.', ...bodies[step] }
}

const take = (entity: Entity) => async (hospital: Hospital, actor: Actor, which: number, value: number) => {
  const record = choose(hospital.desk.of(entity), which)
  const steps = Object.entries(entity.actions).filter(([, { allow }]) => allow.length > 0)
  if (!record) return
  const state = record[entity.lifecycle?.field ?? '']
  const fitting = steps.filter(([, { from }]) => !from || from.includes(String(state)))
  // Most moves fit the state, some do not.
  const [step = ''] = choose(value % 8 === 0 ? steps : fitting, Math.floor(value / 8)) ?? []
  const asked = Object.keys(entity.actions[step]?.body ?? {})
  const body = Object.entries(bodyOf(hospital, step, value, record)).filter(([name]) => asked.includes(name))
  await hospital.desk.take(record.id, step, Object.fromEntries(body), actor)
}

/** Somebody who may takes the step that a record waits for, so that histories get somewhere. */
const advance = (entity: Entity) => async (hospital: Hospital, _actor: Actor, which: number, value: number) => {
  const record = choose(hospital.desk.of(entity), which)
  const next = entity.lifecycle?.states[String(record?.[entity.lifecycle.field])]?.next
  const isAgreed = next === 'record-consent' && Object(record?.consent).status === 'granted'
  const step = isAgreed ? 'schedule' : next === 'attempt' && value % 2 ? 'complete' : next
  const { allow = [], body = {} } = (step && entity.actions[step]) || {}
  const able = hospital.people.filter(
    ({ userId, roles }) => hospital.desk.get(userId).isActive && roles.some((role) => allow.includes(role)),
  )
  const actor = choose(able, value)
  if (!record || !step || !actor) return
  if (step === 'assess')
    for (const side of ['patient', 'team'])
      await hospital.desk.create(
        Statement,
        { ...Statement.example, caseId: record.id, side, takenAt: hospital.desk.now },
        actor,
      )
  const filled = Object.entries(bodyOf(hospital, step, value, record)).filter(([name]) => Object.hasOwn(body, name))
  await hospital.desk.take(record.id, step, Object.fromEntries(filled), actor)
}

/** Records of a kind that one history has at the most, so that it goes deep and not wide. */
const most = 9

const make =
  (entity: Entity, values: (hospital: Hospital, value: number, matter: AnyRecord) => RecordValues) =>
  async (hospital: Hospital, actor: Actor, which: number, value: number) => {
    const matter = choose(hospital.desk.of(Case), which)
    const isFew = hospital.desk.of(entity).length < most
    if (matter && isFew && entity.access.create.some((role) => actor.roles.includes(role)))
      await hospital.desk.create(entity, { ...entity.example, ...values(hospital, value, matter) }, actor)
  }

/** Everything that happens at a desk; common things stand several times. */
export const moves: readonly ((hospital: Hospital, actor: Actor, which: number, value: number) => Promise<void>)[] = [
  async ({ desk, siteId, patientIds, fileIds }, actor, which, value) => {
    if (desk.of(Case).length >= most / 3) return
    const severity = value % 4 === 0 ? { severity: 'major', majorReasons: ['hospital-incident'] } : {}
    const demands = value % 5 === 0 ? ['compensation'] : ['discount']
    const ids = {
      siteId,
      patientId: choose(patientIds, which),
      ...(value % 3 === 0 && { settlementFileId: choose(fileIds, which) }),
    }
    const complainant = { name: 'Mariam Saleh', relation: 'self' }
    await desk.create(
      Case,
      { ...Case.example, severity: 'routine', ...severity, ...ids, demands, complainant, receivedAt: desk.now },
      actor,
    )
  },
  ...[Case, Case, Offer, Offer, FollowUp, FollowUp].map(take),
  ...[CasePromise, SpecialReport, Letter].map(take),
  ...[Case, Case, Case, Case, Offer, Offer, FollowUp, FollowUp, CasePromise, SpecialReport, Letter].map(advance),
  make(Statement, ({ desk }, value, { id }) => ({
    caseId: id,
    side: value % 2 ? 'patient' : 'team',
    takenAt: desk.now,
  })),
  make(Statement, ({ desk }, value, { id }) => ({
    caseId: id,
    side: value % 2 ? 'patient' : 'team',
    takenAt: desk.now,
  })),
  ...[1, 2, 3].map(() =>
    make(Offer, (_hospital, value, { id }) => ({
      caseId: id,
      remedy: choose(remedies, value),
      amountMinor: (value % 16) * 10_000,
      ...(value % 2 && { payerContractCheck: 'allowed', writeOffReason: 'payer-final-denial' }),
    })),
  ),
  make(CasePromise, ({ desk }, value, { id }) => ({ caseId: id, dueAt: later(desk.now, value - 5) })),
  make(Interaction, ({ desk }, value, { id, patientId }) => ({
    caseId: id,
    patientId,
    kind: choose(['call', 'meeting', 'message'], value),
    at: later(desk.now, -1),
  })),
  make(Letter, (_hospital, value, { id }) => ({
    caseId: id,
    kind: choose(['statutory-response', 'written-statement'], value),
  })),
  make(AccountabilityNote, ({ people }, value, { id }) => ({ caseId: id, personId: choose(people, value)?.userId })),
  make(FollowUp, ({ desk }, value, { id, patientId }) => ({
    ...(value % 2 && { caseId: id }),
    patientId,
    kind: choose(['home-visit', 'routine-call', 'home-visit'], value),
    dueFrom: later(desk.now, 1),
    dueTo: later(desk.now, 400),
  })),
  async ({ desk }, actor, which, value) => {
    const report = choose(desk.of(SpecialReport), which)
    if (!report || !SpecialReport.access.update.some((role) => actor.roles.includes(role))) return
    const parts = value % 4 === 0 ? reportParts.slice(1) : reportParts
    await desk.change(report.id, Object.fromEntries(parts.map((part) => [part, 'It was late.'])), actor)
  },
  async ({ desk }, actor, which, value) => {
    const offer = choose(desk.of(Offer), which)
    if (offer) await desk.change(offer.id, { amountMinor: (value % 40) * 10_000 }, actor)
  },
  async (hospital, actor, which, value) => {
    const file = choose(hospital.fileIds, which) ?? ''
    await hospital.desk.take(
      file,
      'record-payer-answer',
      bodyOf(hospital, 'record-payer-answer', value, hospital.desk.get(file)),
      actor,
    )
  },
  async ({ desk }, _actor, which, value) => {
    const made = choose(desk.of(choose([Offer, CasePromise, SpecialReport, Case], value) ?? Offer), which)
    if (made) await desk.take(made.id, 'alarm', {}, undefined, true)
  },
  // Two of eight may leave, so that work goes on.
  async (hospital, _actor, which, value) => {
    const leaver = hospital.people[which % 2 ? 1 : 4]
    if (value % 6 === 0 && leaver) await hospital.deactivate(leaver)
  },
]

/** One move at a desk: somebody does something, and time goes on. */
export async function play(hospital: Hospital, [move, person, which, value, hours]: Dice): Promise<void> {
  const { desk, people } = hospital
  desk.now = later(desk.now, hours)
  const actor = choose(people, person)
  if (actor && desk.get(actor.userId).isActive) await choose(moves, move)?.(hospital, actor, which, value)
}
