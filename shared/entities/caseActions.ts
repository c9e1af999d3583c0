import type { Action } from '#shared/declaration/entity.ts'
import {
  assignee,
  boolean,
  choice,
  choices,
  day,
  instant,
  integer,
  longText,
  money,
  reference,
  required,
  text,
} from '#shared/declaration/field.ts'
import { lifecycle, runningStates } from '#shared/declaration/lifecycle.ts'
import { caseStaff, leads, officers } from '#shared/declaration/roles.ts'
import { mergeActions } from '#shared/rules/merging/mergeRules.ts'
import { conducts } from './interaction.ts'

export const majorReasons = [
  'agitated-on-arrival',
  'evident-surgical-problem',
  'hospital-incident',
  'supervisor-judgement',
] as const
export const faultClasses = ['own-fault', 'communication', 'unreasonable-demand'] as const
export const faultClass = choice(faultClasses)
export const cause = choice([
  'unmet-expectation',
  'attitude',
  'clinical',
  'billing',
  'waiting',
  'insurer',
  'facility',
  'other',
])
export const outcome = choice(['upheld', 'partly-upheld', 'not-upheld'], {})
export const patientDecision = choice(['accepted', 'partly', 'rejected'], {
  accepted: 'done',
  partly: 'near',
  rejected: 'past',
})
const reason = { reason: required(longText(1000)) }

/** The life of a case. */
export const caseLife = lifecycle('status', {
  received: { next: 'acknowledge' },
  acknowledged: { next: 'investigate' },
  investigating: { next: 'assess' },
  assessed: { next: 'respond' },
  responding: { tone: 'near', next: 'resolve' },
  'awaiting-patient': { tone: 'near', next: 'resolve' },
  resolved: { tone: 'done', next: 'close', isOver: true },
  closed: { tone: 'done', isOver: true },
  'legal-route': { tone: 'past', isOver: true },
  withdrawn: { isOver: true },
  merged: { isOver: true },
})

const beforeMerge = [...runningStates(caseLife), 'resolved', 'closed', 'legal-route', 'withdrawn'] as const
const [firstBefore = 'received', ...othersBefore] = beforeMerge
/** The state from which a case was merged. */
export const statusBeforeMerge = choice([firstBefore, ...othersBefore])

const merging = mergeActions('cases', officers)

/** The steps of a case. */
export const caseActions = {
  acknowledge: {
    from: ['received'],
    to: 'acknowledged',
    body: { how: required(text()), contactPerson: required(text()), at: instant(), to: text() },
    allow: officers,
    stamps: { by: 'acknowledgedBy' },
  },
  investigate: {
    from: ['acknowledged'],
    to: 'investigating',
    body: { plan: required(longText(2000)), planOn: required(day()) },
    allow: officers,
    stamps: { by: 'investigatedBy' },
  },
  assess: {
    from: ['investigating'],
    to: 'assessed',
    body: {
      faultClass: required(faultClass),
      cause: required(cause),
      outcome: required(outcome),
      teamUnavailableReason: text(500),
    },
    allow: officers,
    stamps: { by: 'assessedBy' },
  },
  respond: {
    from: ['assessed'],
    to: 'responding',
    body: { noRemedyReason: text(1000) },
    allow: officers,
    stamps: { by: 'respondedBy' },
  },
  'await-patient': {
    from: ['responding'],
    to: 'awaiting-patient',
    body: { note: longText(1000) },
    allow: officers,
    stamps: { at: 'pausedAt' },
  },
  resume: { from: ['awaiting-patient'], to: 'responding', body: { note: longText(1000) }, allow: officers },
  resolve: {
    from: ['responding', 'awaiting-patient'],
    to: 'resolved',
    body: { patientDecision: required(patientDecision) },
    allow: officers,
    stamps: { at: 'resolvedAt', by: 'resolvedBy' },
  },
  close: { from: ['resolved'], to: 'closed', body: {}, allow: officers, stamps: { at: 'closedAt' } },
  reopen: { from: ['resolved', 'closed'], to: 'investigating', body: reason, allow: officers },
  withdraw: { from: runningStates(caseLife), to: 'withdrawn', body: reason, allow: officers },
  'legal-route': {
    from: runningStates(caseLife),
    to: 'legal-route',
    body: { ...reason, lawyersLetter: boolean() },
    allow: leads,
  },
  'hand-over': {
    from: [...runningStates(caseLife), 'resolved'],
    body: { ownerId: required(assignee()) },
    allow: caseStaff,
  },
  ...merging,
  merge: { ...merging.merge, from: beforeMerge, to: 'merged' },
  unmerge: { ...merging.unmerge, from: ['merged'] },
  'mark-major': {
    from: [...runningStates(caseLife), 'resolved', 'legal-route'],
    body: { reasons: required(choices(majorReasons)) },
    allow: caseStaff,
  },
  'director-informed': {
    body: {},
    allow: leads,
    stamps: { at: 'directorInformedAt', by: 'directorInformedBy' },
  },
  extend: {
    from: ['received', 'acknowledged', 'investigating', 'assessed', 'responding'],
    body: { untilAt: required(instant()), noticeAt: instant() },
    allow: officers,
  },
  alarm: { body: {}, allow: [] },
  'call-for-help': { from: runningStates(caseLife), body: { note: required(text(500)) }, allow: caseStaff },
  'answer-help': { body: {}, allow: leads },
  /** A call after the case was resolved found the patient unsatisfied. */
  'reopen-after-call': {
    from: ['resolved', 'closed'],
    to: 'investigating',
    body: { ...reason, followUpId: required(reference('follow-ups')) },
    allow: [],
  },
  'release-owner': { body: {}, allow: [] },
  'note-conduct': { body: { conduct: required(choice(conducts)), conductSetAt: required(instant()) }, allow: [] },
  /** Offers and promises of the case changed: by how many, and by how much money. */
  count: {
    body: {
      pendingOffersBy: integer(-1, 1),
      standingOffersBy: integer(-1, 1),
      openPromisesBy: integer(-1, 1),
      concededMinorBy: money(),
    },
    allow: [],
  },
} as const satisfies Readonly<Record<string, Action>>
