import { copy, entity, type RecordOf } from '#shared/declaration/entity.ts'
import {
  boolean,
  choice,
  day,
  identifier,
  instant,
  list,
  personal,
  reference,
  required,
  term,
  text,
} from '#shared/declaration/field.ts'
import { overseers, patientStaff } from '#shared/declaration/roles.ts'
import { careTypes } from './choices.ts'
import { Patient } from './patient.ts'

/** One visit or stay, imported from the hospital's system or entered by hand. */
export const Encounter = entity({
  name: 'encounter',
  resource: 'encounters',
  lambda: 'patients',
  title: 'number',
  site: 'siteId',
  subject: 'patientId',
  fields: {
    number: required(personal(identifier(40))),
    siteId: required(reference('sites')),
    patientId: required(reference('patients')),
    careType: required(choice(careTypes)),
    serviceOn: required(day()),
    dischargedOn: day(),
    department: required(term('departments')),
    doctor: text(),
    coverageId: reference('coverages'),
    diagnosisCodes: list({ code: required(text(12)) }, 12),
    isPostOpCallWanted: boolean(),
  },
  facts: { patientName: personal(text()), createdAt: instant() },
  copies: { patientName: copy('patientId', Patient, 'name') },
  columns: [
    'number',
    'patientId',
    'patientName',
    'siteId',
    'careType',
    'serviceOn',
    'dischargedOn',
    'department',
    'doctor',
    'coverageId',
  ],
  order: [['serviceOn', 'DESC']],
  search: { fields: ['number', 'patientName', 'doctor', 'department'], through: 'patientId' },
  unique: [['siteId', 'number']],
  access: {
    read: [...patientStaff, ...overseers],
    create: ['front-desk', 'officer', 'insurance-clerk', 'admin'],
    update: ['insurance-clerk', 'officer', 'admin'],
    delete: ['admin'],
  },
  menu: { group: 'people', icon: 'calendar' },
  example: {
    number: 'ENC-4711',
    careType: 'out',
    serviceOn: '2026-11-02',
    department: 'Dermatology',
    doctor: 'Dr. Lina Aziz',
  },
})
export type Encounter = RecordOf<typeof Encounter>
