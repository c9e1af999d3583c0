import { entity, type RecordOf } from '#shared/declaration/entity.ts'
import {
  boolean,
  choice,
  day,
  email,
  group,
  instant,
  longText,
  personal,
  phone,
  readBy,
  reference,
  required,
  text,
} from '#shared/declaration/field.ts'
import { caseStaff, leads, officers, overseers, patientStaff } from '#shared/declaration/roles.ts'
import { mergeActions, mergeFacts } from '#shared/rules/merging/mergeRules.ts'
import { surveyLanguages } from './choices.ts'

const consent = group({
  status: required(choice(['granted', 'refused', 'unknown'], { granted: 'done', refused: 'past' })),
  at: instant(),
  by: text(),
})

/** A patient of one site, found by name, phone suffix or member number. */
export const Patient = entity({
  name: 'patient',
  resource: 'patients',
  lambda: 'patients',
  title: 'name',
  site: 'siteId',
  subject: 'id',
  fields: {
    siteId: required(reference('sites')),
    name: required(personal(text())),
    memberNumber: required(personal(text(30))),
    phone: personal(phone()),
    altPhone: personal(phone()),
    email: personal(email()),
    address: personal(text(300)),
    language: choice([...surveyLanguages, 'ur', 'hi', 'fr']),
    birthDate: personal(day()),
    sex: choice(['female', 'male', 'other', 'unknown']),
    nationalId: personal(text(30)),
    isVip: boolean(),
    contactConsent: group({ calls: consent, visits: consent, surveys: consent, marketing: consent }),
    notes: personal(readBy(longText(), [...caseStaff, ...overseers])),
  },
  facts: { createdAt: instant(), ...mergeFacts('patients') },
  columns: ['name', 'memberNumber', 'phone', 'siteId', 'language', 'birthDate', 'isVip', 'createdAt', 'mergedIntoId'],
  order: [['createdAt', 'DESC']],
  search: { fields: ['name', 'memberNumber', 'phone', 'altPhone'] },
  offered: { mergedIntoId_empty: true },
  unique: [['siteId', 'memberNumber']],
  access: {
    read: [...patientStaff, ...overseers],
    create: [...caseStaff, 'insurance-clerk', 'admin'],
    update: [...caseStaff, 'insurance-clerk', 'admin'],
    delete: [...leads, 'admin'],
  },
  actions: mergeActions('patients', [...officers, 'admin']),
  menu: { group: 'people', icon: 'people' },
  example: { name: 'Mariam Saleh', memberNumber: 'M-100200', phone: '+966501234567', language: 'ar' },
})
export type Patient = RecordOf<typeof Patient>
