import { entity, type RecordOf } from '../entity.ts'
import { choice, day, instant, integer, longText, reference, required, text } from '../field.ts'
import { everyone, officers } from '../roles.ts'
import { surveyLanguages } from './survey.ts'

export const invitationStates = [
  'created',
  'queued',
  'sent',
  'started',
  'answered',
  'expired',
  'cancelled',
  'undeliverable',
] as const

/** One patient asked about one visit; the link's token is kept only as a keyed hash. */
export const Invitation = entity({
  name: 'invitation',
  resource: 'invitations',
  context: 'surveys',
  title: 'id',
  site: 'siteId',
  fields: {
    surveyId: required(reference('surveys')),
    patientId: required(reference('patients')),
    encounterId: reference('encounters'),
    channel: required(choice(['email', 'sms', 'link'])),
    language: choice(surveyLanguages),
  },
  facts: {
    siteId: reference('sites'),
    patientName: text(),
    department: text(60),
    doctor: text(),
    serviceOn: day(),
    status: choice(invitationStates),
    tokenHash: text(64),
    createdAt: instant(),
    sentAt: instant(),
    expiresAt: instant(),
    answeredAt: instant(),
    remindedCount: integer(0, 2),
    responseId: reference('responses'),
    reason: text(500),
  },
  initial: { status: 'created', remindedCount: 0 },
  copies: { siteId: ['patientId', 'siteId'], patientName: ['patientId', 'name'] },
  views: {
    all: { key: [], sort: 'createdAt', index: 1 },
    bySite: { key: ['siteId'], sort: 'createdAt', index: 2 },
    byStatus: { key: ['status'], sort: 'createdAt', index: 3 },
    byPatient: { key: ['patientId'], sort: 'createdAt', index: 4, isNarrow: true },
    bySurvey: { key: ['surveyId'], sort: 'serviceOn', index: 7 },
  },
  columns: [
    'patientName',
    'status',
    'channel',
    'language',
    'serviceOn',
    'department',
    'createdAt',
    'sentAt',
    'surveyId',
    'siteId',
    'patientId',
    'encounterId',
  ],
  access: { read: everyone, create: [], update: [], delete: [] },
  actions: {
    remind: { body: {}, allow: officers },
    cancel: { body: { reason: required(longText(500)) }, allow: officers },
  },
  example: { channel: 'email', language: 'ar' },
})
export type Invitation = RecordOf<typeof Invitation>
