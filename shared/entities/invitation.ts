import { copy, entity, type RecordOf } from '#shared/declaration/entity.ts'
import {
  choice,
  data,
  day,
  instant,
  integer,
  longText,
  personal,
  reference,
  required,
  term,
  text,
} from '#shared/declaration/field.ts'
import { lifecycle, runningStates } from '#shared/declaration/lifecycle.ts'
import { caseStaff, officers, overseers } from '#shared/declaration/roles.ts'
import { languages } from './choices.ts'
import { Patient } from './patient.ts'
import { answers } from './response.ts'

/** The life of an invitation; a link can be answered until it is over. */
export const invitationLife = lifecycle('status', {
  created: {},
  queued: { tone: 'near' },
  sent: { tone: 'done' },
  started: { tone: 'near' },
  answered: { tone: 'done', isOver: true },
  expired: { tone: 'past', isOver: true },
  cancelled: { tone: 'past', isOver: true },
  undeliverable: { tone: 'past', isOver: true },
})

/** One patient asked about one visit. Its links are no part of it: a token stands elsewhere, as a keyed hash. */
export const Invitation = entity({
  name: 'invitation',
  resource: 'invitations',
  lambda: 'surveys',
  title: 'id',
  site: 'siteId',
  subject: 'patientId',
  fields: {
    surveyId: required(reference('surveys')),
    patientId: required(reference('patients')),
    encounterId: reference('encounters'),
    channel: required(choice(['email', 'sms', 'link'])),
    language: choice(languages),
  },
  facts: {
    siteId: reference('sites'),
    patientName: personal(text()),
    department: term('departments'),
    doctor: text(),
    serviceOn: day(),
    /** What waits to be sent; absent when nothing does. */
    toSend: choice(['invitation', 'reminder']),
    /** When the product has to look at it again: to send, to remind, to expire. */
    nextAt: instant(),
    createdAt: instant(),
    sentAt: instant(),
    expiresAt: instant(),
    answeredAt: instant(),
    remindedCount: integer(0, 2),
    responseId: reference('responses'),
    reason: personal(text(500)),
  },
  lifecycle: invitationLife,
  initial: { remindedCount: 0 },
  copies: { patientName: copy('patientId', Patient, 'name') },
  columns: [
    'patientName',
    'status',
    'channel',
    'language',
    'serviceOn',
    'department',
    'doctor',
    'createdAt',
    'sentAt',
    'nextAt',
    'surveyId',
    'siteId',
    'patientId',
    'encounterId',
  ],
  order: [['createdAt', 'DESC']],
  under: 'patientId',
  due: { tick: 'survey-invitations', at: 'nextAt' },
  search: { fields: ['patientName', 'doctor', 'department'], through: 'patientId' },
  access: { read: [...caseStaff, ...overseers], create: [], update: [], delete: [] },
  actions: {
    remind: { from: ['sent', 'started'], body: {}, allow: officers },
    cancel: {
      from: runningStates(invitationLife),
      to: 'cancelled',
      body: { reason: required(longText(500)) },
      allow: officers,
    },
    'answer-by-phone': {
      body: { answers: required(data(answers)), comment: longText(4000), language: required(choice(languages)) },
      allow: [...officers, 'front-desk'],
      hasOperation: true,
    },
  },
  menu: { group: 'surveys', icon: 'send' },
  example: { channel: 'email', language: 'ar' },
})
export type Invitation = RecordOf<typeof Invitation>
