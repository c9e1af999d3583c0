import { copy, entity, type RecordOf } from '#shared/declaration/entity.ts'
import {
  choice,
  currency,
  instant,
  integer,
  longText,
  money,
  personal,
  reference,
  required,
  term,
  text,
} from '#shared/declaration/field.ts'
import { lifecycle, runningStates } from '#shared/declaration/lifecycle.ts'
import { caseStaff, leads, officers, overseers } from '#shared/declaration/roles.ts'
import { Case } from './case.ts'
import { writeOffReasons } from './choices.ts'

/** What a patient may be offered, from words to money. */
export const remedies = [
  'apology-regret',
  'apology-organisation',
  'explanation',
  'discount',
  'bill-reduction',
  'write-off',
  'refund',
  'free-of-charge',
  'compensation',
  'gift',
  'redo-treatment',
  'clinical-plan',
  'written-statement',
] as const
export type Remedy = (typeof remedies)[number]

/** Roles that may decide on an offer of somebody else. */
export const approverRoles = ['unit-manager', 'director'] as const

const reason = { reason: required(longText(1000)) }

/** The life of an offer. */
export const offerLife = lifecycle('status', {
  draft: { next: 'submit' },
  'pending-approval': { tone: 'near', next: 'approve' },
  approved: { next: 'make' },
  made: { tone: 'near', next: 'accept' },
  accepted: { tone: 'done', next: 'fulfil' },
  declined: { isOver: true },
  lapsed: { isOver: true },
  fulfilled: { tone: 'done', isOver: true },
  rejected: { tone: 'past', isOver: true },
  cancelled: { isOver: true },
})

/** A remedy proposed to a patient within the rules of the site. */
export const Offer = entity({
  name: 'offer',
  resource: 'offers',
  lambda: 'cases',
  title: 'remedy',
  site: 'siteId',
  subject: 'patientId',
  fields: {
    caseId: required(reference('cases')),
    remedy: required(choice(remedies)),
    amountMinor: money(),
    currency: currency(),
    note: personal(longText(2000)),
    /** What the contract with the payer says of waiving a patient's share. */
    payerContractCheck: choice(['allowed', 'refund-payer-first', 'forbidden', 'unknown'], {
      'refund-payer-first': 'near',
      forbidden: 'past',
      unknown: 'near',
    }),
    writeOffReason: choice(writeOffReasons),
    /** The doctor who agreed to a treatment that is offered. */
    doctorId: reference('users'),
    /** When the liability insurer was told of a fault in treatment that somebody alleges. */
    liabilityInsurerNotifiedAt: instant(),
  },
  facts: {
    siteId: reference('sites'),
    patientId: reference('patients'),
    patientName: personal(text()),
    /** That of the case when the offer was written, by which reports count. */
    serviceLine: term('service-lines'),
    /** The words for the patient, in the patient's language. */
    wording: personal(longText(2000)),
    ruleId: reference('offer-rules'),
    ruleCode: text(40),
    /** The version of the rule by which it was submitted; 0 is the standard one. */
    ruleVersion: integer(),
    requestedBy: reference('users'),
    requestedAt: instant(),
    /** Who has to decide; absent where the person who asked may decide alone. */
    approverRole: choice(approverRoles),
    approvedBy: reference('users'),
    approvedAt: instant(),
    rejectedBy: reference('users'),
    madeAt: instant(),
    madeBy: reference('users'),
    madeHow: text(),
    answeredAt: instant(),
    fulfilledAt: instant(),
    fulfilledBy: reference('users'),
    evidence: personal(longText(1000)),
    /** When the decision is due, or the answer of the patient. */
    dueAt: instant(),
    alarmPercent: integer(0, 100),
    /** When the product looks at it next. */
    alarmAt: instant(),
    createdAt: instant(),
  },
  lifecycle: offerLife,
  copies: {
    siteId: copy('caseId', Case, 'siteId'),
    patientId: copy('caseId', Case, 'patientId'),
    patientName: copy('caseId', Case, 'patientName'),
    serviceLine: copy('caseId', Case, 'serviceLine'),
  },
  columns: [
    'remedy',
    'status',
    'caseId',
    'patientName',
    'amountMinor',
    'currency',
    'approverRole',
    'requestedBy',
    'requestedAt',
    'approvedBy',
    'dueAt',
    'fulfilledAt',
    'siteId',
    'serviceLine',
    'patientId',
    'ruleId',
    'doctorId',
    'createdAt',
  ],
  order: [['createdAt', 'DESC']],
  under: 'caseId',
  due: { tick: 'deadlines', at: 'alarmAt' },
  search: { fields: ['patientName'], through: 'caseId' },
  access: {
    read: [...caseStaff, 'accounts-supervisor', 'services-manager', ...overseers],
    create: caseStaff,
    update: caseStaff,
    delete: [],
  },
  actions: {
    submit: {
      from: ['draft'],
      to: 'pending-approval',
      body: {},
      allow: caseStaff,
      stamps: { at: 'requestedAt', by: 'requestedBy' },
    },
    approve: {
      from: ['pending-approval'],
      to: 'approved',
      body: { approvalNote: longText(1000) },
      allow: leads,
      stamps: { at: 'approvedAt', by: 'approvedBy' },
    },
    reject: { from: ['pending-approval'], to: 'rejected', body: reason, allow: leads, stamps: { by: 'rejectedBy' } },
    make: {
      from: ['approved'],
      to: 'made',
      body: { madeHow: required(text()) },
      allow: caseStaff,
      stamps: { at: 'madeAt', by: 'madeBy' },
    },
    accept: { from: ['made'], to: 'accepted', body: {}, allow: caseStaff, stamps: { at: 'answeredAt' } },
    decline: {
      from: ['made'],
      to: 'declined',
      body: { reason: longText(1000) },
      allow: caseStaff,
      stamps: { at: 'answeredAt' },
    },
    fulfil: {
      from: ['accepted'],
      to: 'fulfilled',
      body: { evidence: longText(1000) },
      allow: [...officers, 'accounts-supervisor'],
      stamps: { at: 'fulfilledAt', by: 'fulfilledBy' },
    },
    cancel: { from: runningStates(offerLife), to: 'cancelled', body: reason, allow: officers },
    /** The product reminds whoever has to decide, and ends an offer that the patient left without an answer. */
    alarm: { from: ['pending-approval', 'made'], body: {}, allow: [] },
  },
  menu: { group: 'desk', icon: 'scales' },
  example: { remedy: 'discount', amountMinor: 30_000, currency: 'SAR', note: 'One third of the session.' },
})
export type Offer = RecordOf<typeof Offer>
