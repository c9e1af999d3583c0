import { copy, entity, type RecordOf } from '#shared/declaration/entity.ts'
import { choice, instant, longText, personal, reference, required } from '#shared/declaration/field.ts'
import { leads } from '#shared/declaration/roles.ts'
import { Case } from './case.ts'

/** What follows for a person of the staff from a case: apart from its report, and every reading of it is kept. */
export const AccountabilityNote = entity({
  name: 'accountability-note',
  resource: 'accountability-notes',
  lambda: 'cases',
  title: 'measure',
  site: 'siteId',
  subject: 'patientId',
  hiddenFrom: 'personId',
  restricted: { accountability: { measure: ['talk', 'training', 'warning', 'referral', 'none'] } },
  fields: {
    caseId: required(reference('cases')),
    personId: required(reference('users')),
    findings: required(personal(longText())),
    measure: required(choice(['talk', 'training', 'warning', 'referral', 'none'])),
  },
  facts: {
    siteId: reference('sites'),
    patientId: reference('patients'),
    writtenBy: reference('users'),
    createdAt: instant(),
  },
  copies: { siteId: copy('caseId', Case, 'siteId'), patientId: copy('caseId', Case, 'patientId') },
  columns: ['caseId', 'personId', 'measure', 'siteId', 'patientId', 'writtenBy', 'createdAt'],
  order: [['createdAt', 'DESC']],
  under: 'caseId',
  access: { read: [...leads, 'auditor'], create: leads, update: leads, delete: ['director'] },
  example: { findings: 'Nobody answered the bell for forty minutes.', measure: 'talk' },
})
export type AccountabilityNote = RecordOf<typeof AccountabilityNote>
