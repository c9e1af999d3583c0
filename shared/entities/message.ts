import { entity, type RecordOf } from '#shared/declaration/entity.ts'
import {
  choice,
  instant,
  integer,
  longText,
  personal,
  readBy,
  reference,
  required,
  text,
} from '#shared/declaration/field.ts'
import { lifecycle } from '#shared/declaration/lifecycle.ts'
import { caseStaff, overseers } from '#shared/declaration/roles.ts'
import { languages } from './choices.ts'

const life = lifecycle('status', {
  queued: { tone: 'near' },
  sent: { tone: 'done', isOver: true },
  failed: { tone: 'past', isOver: true },
  captured: { tone: 'done', isOver: true },
})

/** A mail or text message on its way to a patient; an address is shown to overseers only. */
export const Message = entity({
  name: 'message',
  resource: 'messages',
  lambda: 'system',
  title: 'kind',
  site: 'siteId',
  subject: 'patientId',
  isTrace: true,
  fields: {
    kind: required(choice(['survey-invitation', 'survey-reminder'])),
    channel: required(choice(['email', 'sms'])),
    siteId: required(reference('sites')),
    patientId: reference('patients'),
    language: required(choice(languages)),
    subject: personal(text()),
  },
  facts: {
    createdAt: instant(),
    sentAt: instant(),
    attemptedAt: instant(),
    attempts: integer(),
    to: personal(readBy(text(300), overseers)),
    providerId: text(200),
    aboutId: text(60),
    failure: personal(longText(500)),
  },
  lifecycle: life,
  initial: { attempts: 0 },
  columns: ['kind', 'channel', 'status', 'language', 'createdAt', 'sentAt', 'siteId', 'patientId'],
  order: [['createdAt', 'DESC']],
  access: { read: [...caseStaff, ...overseers], create: [], update: [], delete: [] },
  menu: { group: 'settings', icon: 'mail' },
  example: { kind: 'survey-invitation', channel: 'email', language: 'ar' },
})
export type Message = RecordOf<typeof Message>
