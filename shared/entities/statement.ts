import { copy, entity, type RecordOf } from '#shared/declaration/entity.ts'
import { boolean, choice, instant, longText, personal, reference, required, text } from '#shared/declaration/field.ts'
import { caseStaff, overseers } from '#shared/declaration/roles.ts'
import { Case } from './case.ts'

/** One side's account of what happened; append-only, a correction is a statement that names the one it corrects. */
export const Statement = entity({
  name: 'statement',
  resource: 'statements',
  lambda: 'cases',
  title: 'speakerName',
  site: 'siteId',
  subject: 'patientId',
  isAppendOnly: true,
  isTrace: true,
  fields: {
    caseId: required(reference('cases')),
    side: required(choice(['patient', 'team'])),
    speakerName: required(personal(text())),
    takenAt: required(instant()),
    place: required(choice(['private-room', 'lobby', 'phone', 'video', 'home', 'written'])),
    narrative: required(personal(longText())),
    translation: personal(longText()),
    confirmedBySpeaker: boolean(),
    correctsId: reference('statements'),
  },
  facts: { siteId: reference('sites'), patientId: reference('patients'), takenBy: reference('users') },
  copies: { siteId: copy('caseId', Case, 'siteId'), patientId: copy('caseId', Case, 'patientId') },
  columns: [
    'caseId',
    'siteId',
    'patientId',
    'side',
    'speakerName',
    'takenAt',
    'place',
    'confirmedBySpeaker',
    'takenBy',
  ],
  order: [['takenAt', 'ASC']],
  under: 'caseId',
  search: { fields: ['speakerName'] },
  access: {
    read: [...caseStaff, 'clinician', ...overseers],
    create: [...caseStaff, 'clinician', 'admin'],
    update: [],
    delete: [],
  },
  // What a patient says in a private room is for those who settle the matter.
  reach: { clinician: { by: 'caseId', only: { side: ['team'] } } },
  example: {
    side: 'patient',
    speakerName: 'Mariam Saleh',
    takenAt: '2026-11-20T08:40:00.000Z',
    place: 'private-room',
    narrative: 'From the moment I arrived nobody told me there was anything to pay.',
    confirmedBySpeaker: true,
  },
})
export type Statement = RecordOf<typeof Statement>
