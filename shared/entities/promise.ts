import { copy, entity, type RecordOf } from '#shared/declaration/entity.ts'
import {
  assignee,
  boolean,
  choice,
  instant,
  integer,
  longText,
  loose,
  personal,
  reference,
  required,
  term,
  text,
} from '#shared/declaration/field.ts'
import { lifecycle } from '#shared/declaration/lifecycle.ts'
import { caseStaff, officers, overseers } from '#shared/declaration/roles.ts'
import { Case } from './case.ts'

const reason = { reason: required(longText(1000)) }

/** Something we said we would do, for one patient or so that it does not happen again. */
export const CasePromise = entity({
  name: 'promise',
  resource: 'promises',
  lambda: 'cases',
  title: 'text',
  site: 'siteId',
  subject: 'patientId',
  fields: {
    caseId: required(reference('cases')),
    kind: required(choice(['patient-promise', 'prevention-action'])),
    text: required(personal(longText(1000))),
    dueAt: required(instant()),
    ownerId: assignee(),
    /** The conversation in which it was made. */
    interactionId: loose(reference('interactions')),
  },
  facts: {
    siteId: reference('sites'),
    patientId: reference('patients'),
    patientName: personal(text()),
    /** That of the case at the last step, by which reports count. */
    serviceLine: term('service-lines'),
    madeBy: reference('users'),
    createdAt: instant(),
    endedAt: instant(),
    endedBy: reference('users'),
    /**
     * Whether it was kept before it was due; absent while it is open, when it was cancelled, and when another time was
     * agreed before it was due.
     */
    isKeptInTime: boolean(),
    evidence: personal(longText(1000)),
    patientToldAt: instant(),
    toldHow: text(),
    renegotiatedFromId: loose(reference('promises')),
    /** How many alarms were given: near its end, when it was due, and to the unit manager a working day after. */
    alarmsGiven: integer(0, 3),
    /** When the next alarm is due. */
    alarmAt: instant(),
  },
  lifecycle: lifecycle('status', {
    open: { tone: 'near', next: 'keep' },
    kept: { tone: 'done', isOver: true },
    broken: { tone: 'past', isOver: true },
    renegotiated: { isOver: true },
    cancelled: { isOver: true },
  }),
  copies: {
    siteId: copy('caseId', Case, 'siteId'),
    patientId: copy('caseId', Case, 'patientId'),
    patientName: copy('caseId', Case, 'patientName'),
    serviceLine: copy('caseId', Case, 'serviceLine'),
  },
  columns: [
    'kind',
    'status',
    'caseId',
    'patientName',
    'dueAt',
    'ownerId',
    'madeBy',
    'endedAt',
    'isKeptInTime',
    'patientToldAt',
    'siteId',
    'serviceLine',
    'patientId',
    'createdAt',
  ],
  order: [['dueAt', 'ASC']],
  under: 'caseId',
  due: { tick: 'deadlines', at: 'alarmAt' },
  search: { fields: ['patientName'], through: 'caseId' },
  access: {
    read: [...caseStaff, ...overseers],
    create: caseStaff,
    update: [],
    delete: [],
  },
  actions: {
    keep: {
      from: ['open'],
      to: 'kept',
      body: { evidence: required(longText(1000)) },
      allow: caseStaff,
      stamps: { at: 'endedAt', by: 'endedBy' },
    },
    break: { from: ['open'], to: 'broken', body: reason, allow: officers, stamps: { at: 'endedAt', by: 'endedBy' } },
    renegotiate: {
      from: ['open'],
      to: 'renegotiated',
      body: { newDueAt: required(instant()), ...reason },
      allow: officers,
      stamps: { at: 'endedAt', by: 'endedBy' },
    },
    cancel: {
      from: ['open'],
      to: 'cancelled',
      body: reason,
      allow: officers,
      stamps: { at: 'endedAt', by: 'endedBy' },
    },
    'tell-patient': { body: { toldHow: required(text()) }, allow: caseStaff, stamps: { at: 'patientToldAt' } },
    reassign: { from: ['open'], body: { ownerId: required(assignee()) }, allow: officers },
    'release-owner': { from: ['open'], body: {}, allow: [] },
    alarm: { body: {}, allow: [] },
  },
  menu: { group: 'desk', icon: 'hourglass' },
  example: { kind: 'patient-promise', text: 'We will call you on Tuesday.', dueAt: '2028-06-06T12:00:00.000Z' },
})
export type CasePromise = RecordOf<typeof CasePromise>
