import { copy, entity, type RecordOf } from '#shared/declaration/entity.ts'
import {
  choice,
  data,
  day,
  identifier,
  instant,
  personal,
  reference,
  required,
  text,
} from '#shared/declaration/field.ts'
import { overseers, patientStaff } from '#shared/declaration/roles.ts'
import { usedAmounts } from '#shared/rules/settlements/classRule.ts'
import { coverageClasses } from './choices.ts'
import { Patient } from './patient.ts'

/** A patient's membership with a payer; `used` is what the payer says is used up of this year's limits. */
export const Coverage = entity({
  name: 'coverage',
  resource: 'coverages',
  lambda: 'settlements',
  title: 'memberNo',
  site: 'siteId',
  subject: 'patientId',
  fields: {
    patientId: required(reference('patients')),
    payerId: required(reference('payers')),
    sponsor: personal(text()),
    policyNo: required(personal(identifier(40))),
    memberNo: required(personal(identifier(40))),
    class: required(choice(coverageClasses)),
    effectiveFrom: required(day()),
    effectiveTo: day(),
    eligibilityCheckedAt: instant(),
    used: data(usedAmounts),
  },
  facts: { siteId: reference('sites'), patientName: personal(text()), createdAt: instant() },
  copies: { siteId: copy('patientId', Patient, 'siteId'), patientName: copy('patientId', Patient, 'name') },
  columns: [
    'patientName',
    'memberNo',
    'policyNo',
    'class',
    'effectiveFrom',
    'effectiveTo',
    'payerId',
    'patientId',
    'siteId',
    'createdAt',
  ],
  order: [['createdAt', 'DESC']],
  search: { fields: ['memberNo', 'policyNo', 'patientName', 'sponsor'], through: 'patientId' },
  access: {
    read: [...patientStaff, ...overseers],
    create: ['insurance-clerk', 'front-desk', 'accounts-supervisor', 'admin'],
    update: ['insurance-clerk', 'accounts-supervisor', 'admin'],
    delete: ['accounts-supervisor', 'admin'],
  },
  menu: { group: 'settlements', icon: 'card' },
  example: {
    policyNo: 'POL-88012',
    memberNo: '10044821',
    class: 'B',
    effectiveFrom: '2026-01-01',
    effectiveTo: '2026-12-31',
  },
})
export type Coverage = RecordOf<typeof Coverage>
