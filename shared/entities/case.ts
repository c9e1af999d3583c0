import { entity, type RecordOf } from '#shared/declaration/entity.ts'
import {
  boolean,
  choice,
  choices,
  day,
  group,
  instant,
  integer,
  list,
  longText,
  money,
  reference,
  required,
  text,
} from '#shared/declaration/field.ts'
import { caseStaff, everyone, leads, officers } from '#shared/declaration/roles.ts'

/** States of a case that nothing has settled yet. */
export const unresolvedStatuses = [
  'received',
  'acknowledged',
  'investigating',
  'assessed',
  'responding',
  'awaiting-patient',
] as const

/** States in which a case still waits for somebody. */
export const openStatuses = [...unresolvedStatuses, 'resolved'] as const

export const caseStatuses = [...openStatuses, 'closed', 'legal-route', 'withdrawn', 'merged'] as const

export const majorReasons = [
  'agitated-on-arrival',
  'evident-surgical-problem',
  'hospital-incident',
  'supervisor-judgement',
] as const
const faultClass = choice(['own-fault', 'communication', 'unreasonable-demand'])
const cause = choice([
  'unmet-expectation',
  'attitude',
  'clinical',
  'billing',
  'waiting',
  'insurer',
  'facility',
  'other',
])
const outcome = choice(['upheld', 'partly-upheld', 'not-upheld'])
const patientDecision = choice(['accepted', 'partly', 'rejected'])
const reason = { reason: required(longText(1000)) }

/** A matter a patient raises: a complaint, a refusal to pay, an approval that came late or not at all. */
export const Case = entity({
  name: 'case',
  resource: 'cases',
  context: 'cases',
  title: 'number',
  site: 'siteId',
  fields: {
    siteId: required(reference('sites')),
    patientId: required(reference('patients')),
    complainant: group({
      name: required(text()),
      relation: required(choice(['self', 'relative', 'representative'])),
      authority: text(),
    }),
    type: required(
      choice(['complaint', 'payment-refusal', 'approval-delay', 'coverage-refusal', 'enquiry', 'compliment']),
    ),
    channel: required(choice(['in-person', 'phone', 'email', 'letter', 'web', 'survey', 'follow-up', 'social'])),
    receivedAt: required(instant()),
    eventAt: instant(),
    serviceLine: choice(['plastic', 'dermatology', 'dental', 'other']),
    summary: required(longText(4000)),
    demands: choices([
      'apology',
      'explanation',
      'discount',
      'refund',
      'free-of-charge',
      'write-off',
      'compensation',
      'redo-treatment',
      'staff-action',
      'other',
    ]),
    disputedMinor: money(),
    currency: text(3),
    encounterId: reference('encounters'),
    settlementFileId: reference('settlement-files'),
    severity: choice(['routine', 'major']),
    majorReasons: choices(majorReasons),
    subjects: list({ subject: required(text(60)), grade: required(choice(['low', 'medium', 'high'])) }, 12),
    ownerId: reference('users'),
    level: integer(1, 2),
  },
  facts: {
    number: text(20),
    patientName: text(),
    status: choice(caseStatuses),
    isOpen: boolean(),
    faultClass,
    cause,
    outcome,
    patientDecision,
    acknowledgeDueAt: instant(),
    responseDueAt: instant(),
    acknowledgedAt: instant(),
    acknowledgedHow: text(),
    contactPerson: text(),
    plan: longText(2000),
    planOn: day(),
    teamUnavailableReason: text(500),
    noRemedyReason: text(1000),
    pausedAt: instant(),
    pausedMinutes: integer(0, 10_000_000),
    resolvedAt: instant(),
    closedAt: instant(),
    reopenedCount: integer(),
    responseId: reference('responses'),
    mergedIntoId: reference('cases'),
  },
  initial: { status: 'received', isOpen: true, reopenedCount: 0 },
  sequence: { fact: 'number', prefix: 'C', digits: 6, per: ['year'] },
  copies: { patientName: ['patientId', 'name'] },
  views: {
    all: { key: [], sort: 'receivedAt', index: 1 },
    bySite: { key: ['siteId'], sort: 'receivedAt', index: 2 },
    byStatus: { key: ['status'], sort: 'receivedAt', index: 3 },
    byOwner: { key: ['ownerId'], sort: 'receivedAt', index: 4, isNarrow: true },
    byPatient: { key: ['patientId'], sort: 'receivedAt', index: 5, isNarrow: true },
    bySeverity: { key: ['severity'], sort: 'receivedAt', index: 6 },
    openByDue: { key: ['isOpen'], sort: 'responseDueAt', index: 7 },
  },
  columns: [
    'number',
    'type',
    'status',
    'severity',
    'patientName',
    'disputedMinor',
    'currency',
    'receivedAt',
    'responseDueAt',
    'siteId',
    'ownerId',
    'patientId',
    'isOpen',
  ],
  unique: [['number']],
  search: { exact: ['number'], through: 'patientId' },
  access: { read: everyone, create: caseStaff, update: caseStaff, delete: ['unit-manager', 'director'] },
  actions: {
    acknowledge: { body: { how: required(text()), contactPerson: required(text()) }, allow: officers },
    investigate: { body: { plan: required(longText(2000)), planOn: required(day()) }, allow: officers },
    assess: {
      body: {
        faultClass: required(faultClass),
        cause: required(cause),
        outcome: required(outcome),
        teamUnavailableReason: text(500),
      },
      allow: officers,
    },
    respond: { body: { noRemedyReason: text(1000) }, allow: officers },
    'await-patient': { body: { note: longText(1000) }, allow: officers },
    resume: { body: { note: longText(1000) }, allow: officers },
    resolve: { body: { patientDecision: required(patientDecision) }, allow: officers },
    close: { body: {}, allow: officers },
    reopen: { body: reason, allow: officers },
    withdraw: { body: reason, allow: officers },
    'legal-route': { body: reason, allow: leads },
    'hand-over': { body: { ownerId: required(reference('users')) }, allow: caseStaff },
    'mark-major': { body: { reasons: required(choices(majorReasons)) }, allow: caseStaff },
  },
  example: {
    type: 'payment-refusal',
    channel: 'in-person',
    receivedAt: '2026-11-20T08:15:00.000Z',
    summary: 'I was told the laser session was covered. Now I am asked to pay 1,450 riyals.',
    demands: ['explanation', 'discount'],
    disputedMinor: 145_000,
    currency: 'SAR',
    severity: 'routine',
    level: 1,
  },
})
export type Case = RecordOf<typeof Case>
