import type { RecordValues } from '#shared/declaration/entity.ts'
import { Case } from '#shared/entities/case.ts'
import { FollowUp } from '#shared/entities/followUp.ts'
import { entityOf } from '#shared/entities/index.ts'
import { Interaction } from '#shared/entities/interaction.ts'
import { Letter } from '#shared/entities/letter.ts'
import { Offer } from '#shared/entities/offer.ts'
import { OfferRule } from '#shared/entities/offerRule.ts'
import { Patient } from '#shared/entities/patient.ts'
import { CasePromise } from '#shared/entities/promise.ts'
import { reportParts, SpecialReport } from '#shared/entities/specialReport.ts'
import { Statement } from '#shared/entities/statement.ts'
import { as } from '#test/support/call.ts'
import { seed, type World } from '#test/support/people.ts'

const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString()
const today = () => inDays(0).slice(0, 10)

/** Records of one site in every state of the desk, with what surrounds them so that each step in its state can be taken. */
export class DeskScene {
  #members = 0
  patientId = ''

  constructor(
    readonly world: World,
    readonly siteId: string,
  ) {}

  /** A record of a resource in a state, of a patient of its own; ready for any step from there. */
  async record(resource: string, state: string | undefined): Promise<string> {
    this.#members += 1
    const memberNumber = `D-${this.siteId.slice(-4)}-${this.#members}`
    const consent = { status: 'granted' }
    const patient = { ...Patient.example, siteId: this.siteId, memberNumber, contactConsent: { calls: consent } }
    this.patientId = (await seed(Patient, patient)).id
    if (resource === Case.resource) return this.#case({ status: state ?? 'received' }, { isComplete: true })
    if (resource === OfferRule.resource) return this.#rule(state)
    const caseId = await this.#case({ status: 'investigating' })
    const entity = entityOf(resource)
    if (resource === Offer.resource && state === 'pending-approval') return this.#pendingOffer(caseId)
    const { values, facts } = (await makers[resource]?.(this, state)) ?? { values: {} }
    const stamps = {
      requestedBy: this.world.userIds['second-officer'],
      submittedBy: this.world.userIds['unit-manager'],
    }
    const known = Object.fromEntries(Object.entries(stamps).filter(([name]) => Object.hasOwn(entity.facts, name)))
    return (await seed(entity, { ...entity.example, caseId, ...values }, { status: state, ...known, ...facts })).id
  }

  /** A body that a step takes for a record. */
  async body(resource: string, step: string, id: string): Promise<RecordValues> {
    const bodies = { ...commonBodies(this), ...ownBodies[resource] }
    const found = bodies[step]
    return (typeof found === 'function' ? await found(this, id) : found) ?? {}
  }

  /** A call with the patient of the record that was made last, which is where a visit is agreed. */
  async call(): Promise<string> {
    const values = { ...Interaction.example, patientId: this.patientId, at: inDays(-0.01) }
    return (await seed(Interaction, values)).id
  }

  async #case(facts: RecordValues, { isComplete = false } = {}): Promise<string> {
    const ids = { siteId: this.siteId, patientId: this.patientId }
    const complainant = { name: 'Mariam Saleh', relation: 'self' }
    const { severity: _severity, ...example } = Case.example
    const values = { ...example, ...ids, complainant, severity: 'routine', receivedAt: inDays(-1) }
    const resolved = ['resolved', 'closed'].includes(String(facts.status)) ? { resolvedAt: inDays(-0.5) } : {}
    const merged =
      facts.status === 'merged' ? { mergedIntoId: await this.#case({}), statusBeforeMerge: 'received' } : {}
    const { id } = await seed(Case, values, { ...resolved, ...merged, ...facts })
    if (!isComplete) return id
    for (const side of ['patient', 'team'])
      await seed(Statement, { ...Statement.example, caseId: id, side, takenAt: inDays(-0.5) })
    if (facts.status === 'resolved') {
      const window = { dueFrom: inDays(-0.4), dueTo: inDays(5) }
      const ended = { status: 'done', outcome: 'satisfied', endedAt: inDays(-0.1) }
      await seed(FollowUp, { patientId: this.patientId, caseId: id, kind: 'satisfaction-call', ...window }, ended)
    }
    return id
  }

  /** An offer that is too much for the officer who asked for it. */
  async #pendingOffer(caseId: string): Promise<string> {
    const { id } = await seed(Offer, { caseId, remedy: 'discount', amountMinor: 60_000, currency: 'SAR' })
    const person = this.siteId === this.world.siteId ? 'second-officer' : 'foreign-officer'
    const { status, text } = await as(person)(`POST /api/offers/${id}/actions/submit`, {})
    if (status !== 200) throw new Error(text)
    return id
  }

  async #rule(state = 'draft'): Promise<string> {
    const values = {
      ...OfferRule.example,
      siteId: this.siteId,
      code: `rule-${this.#members}`,
      wording: { en: 'We are sorry.' },
    }
    const facts = { status: state, ruleVersion: 1, ...(state === 'published' && { validFrom: inDays(9).slice(0, 10) }) }
    return (await seed(OfferRule, values, facts)).id
  }
}

type Made = { readonly values: RecordValues; readonly facts?: RecordValues }

/** What records of a resource are made of beside their example. */
const makers: Readonly<Record<string, (scene: DeskScene, state: string | undefined) => Made | Promise<Made>>> = {
  [Offer.resource]: () => ({
    values: { remedy: 'explanation', amountMinor: null, currency: null },
    facts: { approverRole: 'unit-manager' },
  }),
  [CasePromise.resource]: () => ({ values: { dueAt: inDays(2) } }),
  [SpecialReport.resource]: () => ({ values: Object.fromEntries(reportParts.map((part) => [part, 'It was late.'])) }),
  [Letter.resource]: () => ({ values: { kind: 'written-statement' } }),
  [FollowUp.resource]: async (scene, state) => ({
    values: {
      kind: state === 'planned' ? 'routine-call' : 'home-visit',
      ...{ patientId: scene.patientId, caseId: null, dueFrom: inDays(-0.1), dueTo: inDays(5) },
    },
    facts: {
      ...(['scheduled', 'done'].includes(state ?? '') && { scheduledAt: inDays(-0.001) }),
      consent: { status: 'granted', byInteractionId: await scene.call(), at: inDays(-0.005) },
    },
  }),
}

type BodyMaker = (scene: DeskScene, id: string) => RecordValues | Promise<RecordValues>
type Bodies = Readonly<Record<string, RecordValues | BodyMaker>>

const commonBodies = ({ world }: DeskScene): Bodies => ({
  acknowledge: { how: 'phone', contactPerson: 'Huda Nasser' },
  investigate: { plan: 'Ask both sides.', planOn: today() },
  assess: { faultClass: 'communication', cause: 'waiting', outcome: 'upheld' },
  respond: { noRemedyReason: 'An answer is all there is to give.' },
  resolve: { patientDecision: 'accepted' },
  reopen: { reason: 'She called again.' },
  withdraw: { reason: 'She did not want it any more.' },
  'legal-route': { reason: 'A letter came.', lawyersLetter: true },
  'hand-over': { ownerId: world.userIds.officer },
  'call-for-help': { note: 'He is shouting in the lobby.' },
  'mark-major': { reasons: ['hospital-incident'] },
  extend: { untilAt: inDays(20) },
  merge: async (scene, id) => ({ intoId: await sibling(scene, id) }),
  reject: { reason: 'Too much.' },
  make: { madeHow: 'in person' },
  cancel: { reason: 'Entered by mistake.' },
  copy: (scene) => ({ newName: `Next ${scene.patientId.slice(-6)}` }),
  keep: { evidence: 'I called her.' },
  break: { reason: 'Nobody called.' },
  renegotiate: { newDueAt: inDays(4), reason: 'The bank needs longer.' },
  'tell-patient': { toldHow: 'phone' },
  return: { returnReason: 'Say what changes.' },
  send: { sentHow: 'post' },
  attempt: { result: 'call-later' },
  'record-consent': async (scene) => ({ consentStatus: 'granted', interactionId: await scene.call() }),
  complete: { outcome: 'satisfied' },
  schedule: { visitAt: `${inDays(2).slice(0, 10)}T09:00:00.000Z` },
})

const ownBodies: Readonly<Record<string, Bodies>> = {
  'offer-rules': { withdraw: {} },
  promises: { reassign: ({ world }) => ({ ownerId: world.userIds['second-officer'] }) },
  'follow-ups': { reassign: ({ world }) => ({ assigneeId: world.userIds['second-officer'] }) },
}

/** Another case of the same patient. */
async function sibling({ patientId, siteId }: DeskScene, id: string): Promise<string> {
  const complainant = { name: 'Mariam Saleh', relation: 'self' }
  const made = await seed(Case, { ...Case.example, siteId, patientId, complainant, severity: 'routine' })
  if (made.id === id) throw new Error('A case is no sibling of itself')
  return made.id
}
