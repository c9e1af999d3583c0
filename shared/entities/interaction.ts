import { copy, entity, type RecordOf } from '#shared/declaration/entity.ts'
import {
  boolean,
  choice,
  group,
  instant,
  list,
  longText,
  loose,
  personal,
  reference,
  required,
  text,
} from '#shared/declaration/field.ts'
import { caseStaff, overseers } from '#shared/declaration/roles.ts'
import { Patient } from './patient.ts'

/** How somebody behaved towards staff, where a boundary was set. */
export const conducts = ['abusive', 'threatening', 'vexatious'] as const

/** A call, a meeting, a visit or a message with a patient; append-only, a correction names the one that it corrects. */
export const Interaction = entity({
  name: 'interaction',
  resource: 'interactions',
  lambda: 'cases',
  title: 'kind',
  site: 'siteId',
  subject: 'patientId',
  isAppendOnly: true,
  isTrace: true,
  fields: {
    patientId: required(reference('patients')),
    caseId: reference('cases'),
    kind: required(choice(['call', 'meeting', 'visit', 'message'])),
    at: required(instant()),
    place: choice(['private-room', 'lobby', 'phone', 'video', 'home', 'written']),
    attendees: personal(list({ name: required(text()), relation: text(60) }, 20)),
    /** The officer who accompanied a clinician throughout. */
    escortId: reference('users'),
    /** The unit manager or director who was present throughout. */
    leadId: reference('users'),
    doctorId: reference('users'),
    details: required(personal(longText())),
    resolution: personal(longText(2000)),
    conduct: group({
      flag: required(choice(conducts, { abusive: 'past', threatening: 'past', vexatious: 'near' })),
      boundarySetAt: required(instant()),
    }),
    correctsId: loose(reference('interactions')),
  },
  facts: {
    siteId: reference('sites'),
    patientName: personal(text()),
    loggedBy: reference('users'),
    /** The text sounds like a promise; the panel asks for it. */
    soundsLikePromise: boolean(),
    createdAt: instant(),
  },
  copies: { siteId: copy('patientId', Patient, 'siteId'), patientName: copy('patientId', Patient, 'name') },
  columns: [
    'kind',
    'at',
    'place',
    'caseId',
    'patientId',
    'patientName',
    'siteId',
    'escortId',
    'leadId',
    'doctorId',
    'loggedBy',
    'createdAt',
  ],
  order: [['at', 'DESC']],
  under: 'caseId',
  search: { fields: ['patientName'], through: 'patientId' },
  access: { read: [...caseStaff, ...overseers], create: caseStaff, update: [], delete: [] },
  example: {
    kind: 'call',
    at: '2026-11-21T09:10:00.000Z',
    place: 'phone',
    details: 'She asked when the refund arrives. I told her what the bank needs.',
  },
})
export type Interaction = RecordOf<typeof Interaction>
