import { copy, entity, type RecordOf } from '#shared/declaration/entity.ts'
import {
  assignee,
  boolean,
  choice,
  day,
  group,
  instant,
  integer,
  list,
  longText,
  loose,
  personal,
  reference,
  required,
  text,
} from '#shared/declaration/field.ts'
import { lifecycle, runningStates } from '#shared/declaration/lifecycle.ts'
import { caseStaff, leads, officers, overseers } from '#shared/declaration/roles.ts'
import { Patient } from './patient.ts'

/** What a call or a visit is for. */
export const followUpKinds = [
  'satisfaction-call',
  'post-op-call',
  'routine-call',
  'survey-by-phone',
  'home-visit',
  'vip-request',
] as const

/** How a call or a visit went. */
export const followUpOutcomes = [
  'satisfied',
  'neutral',
  'unsatisfied',
  'complaint-raised',
  'clinical-concern',
  'request-handled',
  'request-declined',
] as const

/** How one attempt to reach a patient ended. */
export const attemptResults = ['reached', 'no-answer', 'busy', 'wrong-number', 'call-later', 'refused'] as const
const attemptResult = choice(attemptResults, { reached: 'done', refused: 'past' })

const outcome = choice(followUpOutcomes, {
  satisfied: 'done',
  unsatisfied: 'past',
  'complaint-raised': 'past',
  'clinical-concern': 'past',
})

/** The life of a follow-up. */
export const followUpLife = lifecycle('status', {
  planned: { next: 'attempt' },
  'consent-pending': { tone: 'near', next: 'record-consent' },
  scheduled: { tone: 'near', next: 'complete' },
  done: { tone: 'done', isOver: true },
  'no-answer': { isOver: true },
  refused: { isOver: true },
  cancelled: { isOver: true },
})
const reason = { reason: required(longText(1000)) }

/** A planned call or visit. */
export const FollowUp = entity({
  name: 'follow-up',
  resource: 'follow-ups',
  lambda: 'follow-ups',
  prefix: 'follow',
  title: 'kind',
  site: 'siteId',
  subject: 'patientId',
  fields: {
    patientId: required(reference('patients')),
    kind: required(choice(followUpKinds)),
    caseId: reference('cases'),
    encounterId: reference('encounters'),
    /** The survey whose questions are asked on the phone. */
    invitationId: loose(reference('invitations')),
    assigneeId: assignee(),
    dueFrom: required(instant()),
    dueTo: required(instant()),
    /** What to ask and to know. */
    note: personal(longText(1000)),
  },
  facts: {
    siteId: reference('sites'),
    patientName: personal(text()),
    attempts: personal(
      list(
        {
          at: required(instant()),
          by: required(reference('users')),
          result: required(attemptResult),
          note: text(500),
        },
        20,
      ),
    ),
    attemptCount: integer(),
    /** When the patient asked to be called again. */
    againAt: instant(),
    outcome,
    recoveryNote: personal(longText(2000)),
    concerns: personal(longText(2000)),
    hasConcerns: boolean(),
    /** Further services that the patient would like to hear of. */
    interest: personal(text(500)),
    consent: personal(
      group({
        status: required(
          choice(['granted', 'refused', 'withdrawn'], { granted: 'done', refused: 'past', withdrawn: 'past' }),
        ),
        byInteractionId: required(reference('interactions')),
        at: required(instant()),
        scope: text(500),
      }),
    ),
    /** The agreed time of a visit. */
    scheduledAt: instant(),
    /** The day on whose call list it stands, in the site's zone. */
    callOn: day(),
    /** To whom the sharing of a morning gave it; another one than its caller where a person chose that. */
    sharedTo: reference('users'),
    endedAt: instant(),
    endedBy: reference('users'),
    /** Whether it was ended within its window; absent while it is open or when it was cancelled. */
    isInWindow: boolean(),
    /** When the product looks at it next. */
    nextAt: instant(),
    /** It was counted among the calls of a morning that are late. */
    isAlerted: boolean(),
    createdAt: instant(),
  },
  initial: { attemptCount: 0 },
  lifecycle: followUpLife,
  copies: { siteId: copy('patientId', Patient, 'siteId'), patientName: copy('patientId', Patient, 'name') },
  columns: [
    'kind',
    'status',
    'patientName',
    'assigneeId',
    'callOn',
    'dueFrom',
    'dueTo',
    'scheduledAt',
    'againAt',
    'nextAt',
    'attemptCount',
    'outcome',
    'hasConcerns',
    'endedAt',
    'endedBy',
    'isInWindow',
    'isAlerted',
    'caseId',
    'patientId',
    'siteId',
    'encounterId',
    'createdAt',
  ],
  order: [['dueFrom', 'ASC']],
  under: 'caseId',
  due: { tick: 'follow-ups', at: 'nextAt' },
  search: { fields: ['patientName'], through: 'patientId' },
  access: { read: [...caseStaff, ...overseers], create: caseStaff, update: officers, delete: leads },
  actions: {
    attempt: {
      from: ['planned', 'consent-pending', 'scheduled'],
      body: {
        result: required(attemptResult),
        callNote: text(500),
        againAt: instant(),
      },
      allow: caseStaff,
    },
    'record-consent': {
      from: ['consent-pending', 'scheduled'],
      body: {
        consentStatus: required(choice(['granted', 'refused', 'withdrawn'])),
        interactionId: required(reference('interactions')),
        scope: text(500),
      },
      allow: officers,
    },
    schedule: {
      from: ['planned', 'consent-pending', 'scheduled'],
      to: 'scheduled',
      body: { visitAt: required(instant()) },
      allow: officers,
    },
    complete: {
      from: ['planned', 'scheduled'],
      to: 'done',
      body: {
        outcome: required(outcome),
        recoveryNote: longText(2000),
        concerns: longText(2000),
        interest: text(500),
      },
      allow: caseStaff,
      stamps: { at: 'endedAt', by: 'endedBy' },
    },
    cancel: {
      from: runningStates(followUpLife),
      to: 'cancelled',
      body: reason,
      allow: officers,
      stamps: { at: 'endedAt', by: 'endedBy' },
    },
    reassign: { from: runningStates(followUpLife), body: { assigneeId: required(assignee()) }, allow: officers },
    /** The product puts it on the call list of a morning; a visit without consent stays one. */
    assign: {
      from: runningStates(followUpLife),
      body: { callerId: reference('users'), callOn: required(day()), isKept: boolean(), isLate: boolean() },
      allow: [],
    },
    'release-owner': { from: runningStates(followUpLife), body: {}, allow: [] },
  },
  menu: { group: 'desk', icon: 'reply' },
  example: { kind: 'routine-call', dueFrom: '2026-11-23T06:00:00.000Z', dueTo: '2026-11-25T17:00:00.000Z' },
})
export type FollowUp = RecordOf<typeof FollowUp>
