import { copy, entity, type RecordOf } from '#shared/declaration/entity.ts'
import { choice, instant, longText, personal, reference, required, text } from '#shared/declaration/field.ts'
import { lifecycle } from '#shared/declaration/lifecycle.ts'
import { officers, overseers } from '#shared/declaration/roles.ts'
import { Case } from './case.ts'
import { languages } from './choices.ts'

const reason = { reason: required(longText(1000)) }

/** What the hospital writes to a patient about a case: the letter that the law asks for, or a statement by exception. */
export const Letter = entity({
  name: 'letter',
  resource: 'letters',
  lambda: 'cases',
  title: 'kind',
  site: 'siteId',
  subject: 'patientId',
  fields: {
    caseId: required(reference('cases')),
    kind: required(choice(['statutory-response', 'extension-notice', 'written-statement'])),
    language: required(choice(languages)),
    body: required(personal(longText())),
  },
  facts: {
    siteId: reference('sites'),
    patientId: reference('patients'),
    patientName: personal(text()),
    caseNumber: text(20),
    requestedBy: reference('users'),
    requestedAt: instant(),
    approvedBy: reference('users'),
    approvedAt: instant(),
    sentAt: instant(),
    sentBy: reference('users'),
    sentHow: text(),
    createdAt: instant(),
  },
  lifecycle: lifecycle('status', {
    draft: { next: 'submit' },
    'pending-approval': { tone: 'near', next: 'approve' },
    approved: { next: 'send' },
    sent: { tone: 'done', isOver: true },
    rejected: { tone: 'past', isOver: true },
  }),
  copies: {
    siteId: copy('caseId', Case, 'siteId'),
    patientId: copy('caseId', Case, 'patientId'),
    patientName: copy('caseId', Case, 'patientName'),
    caseNumber: copy('caseId', Case, 'number'),
  },
  columns: [
    'kind',
    'status',
    'caseId',
    'caseNumber',
    'patientName',
    'language',
    'requestedBy',
    'approvedBy',
    'sentAt',
    'siteId',
    'patientId',
    'createdAt',
  ],
  order: [['createdAt', 'DESC']],
  under: 'caseId',
  search: { fields: ['caseNumber', 'patientName'], through: 'caseId' },
  access: { read: [...officers, ...overseers], create: officers, update: officers, delete: [] },
  actions: {
    submit: {
      from: ['draft', 'rejected'],
      to: 'pending-approval',
      body: {},
      allow: officers,
      stamps: { at: 'requestedAt', by: 'requestedBy' },
    },
    approve: {
      from: ['pending-approval'],
      to: 'approved',
      body: {},
      allow: ['director'],
      stamps: { at: 'approvedAt', by: 'approvedBy' },
    },
    reject: { from: ['pending-approval'], to: 'rejected', body: reason, allow: ['director'] },
    send: {
      from: ['approved'],
      to: 'sent',
      body: { sentHow: required(text()), at: instant() },
      allow: officers,
      stamps: { at: 'sentAt', by: 'sentBy' },
    },
  },
  example: { kind: 'statutory-response', language: 'en', body: 'Dear Ms Saleh, we looked into what you told us.' },
})
export type Letter = RecordOf<typeof Letter>
