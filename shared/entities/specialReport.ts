import { copy, entity, type RecordOf } from '#shared/declaration/entity.ts'
import { instant, integer, longText, personal, reference, required, text } from '#shared/declaration/field.ts'
import { lifecycle } from '#shared/declaration/lifecycle.ts'
import { leads, officers, overseers } from '#shared/declaration/roles.ts'
import { Case } from './case.ts'

/** The parts of a special report, in the order in which they are read. */
export const reportParts = [
  'chronology',
  'bothSides',
  'findings',
  'causes',
  'remedies',
  'prevention',
  'practiceChange',
] as const

const part = () => personal(longText())

/** What a major case taught: the product opens it with the case, the unit manager submits it, the director accepts it. */
export const SpecialReport = entity({
  name: 'special-report',
  resource: 'special-reports',
  lambda: 'cases',
  prefix: 'report',
  title: 'caseNumber',
  site: 'siteId',
  subject: 'patientId',
  fields: {
    caseId: required(reference('cases')),
    chronology: part(),
    bothSides: part(),
    findings: part(),
    causes: part(),
    remedies: part(),
    prevention: part(),
    practiceChange: part(),
  },
  facts: {
    siteId: reference('sites'),
    patientId: reference('patients'),
    patientName: personal(text()),
    caseNumber: text(20),
    dueAt: instant(),
    submittedAt: instant(),
    submittedBy: reference('users'),
    acceptedAt: instant(),
    acceptedBy: reference('users'),
    returnReason: personal(text(1000)),
    alarmPercent: integer(0, 100),
    alarmAt: instant(),
    createdAt: instant(),
  },
  lifecycle: lifecycle('status', {
    draft: { next: 'submit' },
    submitted: { tone: 'near', next: 'accept' },
    returned: { tone: 'past', next: 'submit' },
    accepted: { tone: 'done', isOver: true },
  }),
  copies: {
    siteId: copy('caseId', Case, 'siteId'),
    patientId: copy('caseId', Case, 'patientId'),
    patientName: copy('caseId', Case, 'patientName'),
    caseNumber: copy('caseId', Case, 'number'),
  },
  columns: [
    'caseNumber',
    'status',
    'caseId',
    'patientName',
    'dueAt',
    'submittedAt',
    'submittedBy',
    'acceptedAt',
    'siteId',
    'patientId',
    'createdAt',
  ],
  order: [['dueAt', 'ASC']],
  under: 'caseId',
  due: { tick: 'deadlines', at: 'alarmAt' },
  search: { fields: ['caseNumber', 'patientName'], through: 'caseId' },
  access: { read: [...officers, ...overseers], create: [], update: officers, delete: [] },
  actions: {
    submit: {
      from: ['draft', 'returned'],
      to: 'submitted',
      body: {},
      allow: leads,
      stamps: { at: 'submittedAt', by: 'submittedBy' },
    },
    accept: {
      from: ['submitted'],
      to: 'accepted',
      body: {},
      allow: ['director'],
      stamps: { at: 'acceptedAt', by: 'acceptedBy' },
    },
    return: { from: ['submitted'], to: 'returned', body: { returnReason: required(text(1000)) }, allow: ['director'] },
    alarm: { body: {}, allow: [] },
  },
  menu: { group: 'desk', icon: 'folder' },
  example: { chronology: '08:15 she arrived. 08:40 nobody had spoken to her.' },
})
export type SpecialReport = RecordOf<typeof SpecialReport>
