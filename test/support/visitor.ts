import { copy, entity } from '#shared/declaration/entity.ts'
import { instant, reference, required, text } from '#shared/declaration/field.ts'
import { lifecycle } from '#shared/declaration/lifecycle.ts'
import { everyone } from '#shared/declaration/roles.ts'
import { Patient } from '#shared/entities/patient.ts'

/** A noun that the product does not have: somebody who comes to see a patient. */
export const Visitor = entity({
  name: 'visitor',
  resource: 'visitors',
  lambda: 'settings',
  title: 'name',
  site: 'siteId',
  fields: {
    siteId: required(reference('sites')),
    patientId: required(reference('patients')),
    name: required(text()),
  },
  facts: { createdAt: instant(), leftAt: instant(), patientName: text() },
  lifecycle: lifecycle('status', { inside: { next: 'leave' }, outside: { isOver: true } }),
  copies: { patientName: copy('patientId', Patient, 'name') },
  columns: ['name', 'status', 'patientName', 'createdAt', 'siteId'],
  order: [['createdAt', 'DESC']],
  search: { fields: ['name', 'patientName'] },
  access: { read: everyone, create: ['front-desk'], update: ['front-desk'], delete: ['admin'] },
  actions: {
    leave: {
      from: ['inside'],
      to: 'outside',
      body: { reason: text() },
      allow: ['front-desk'],
      stamps: { at: 'leftAt' },
    },
  },
  menu: { group: 'desk', icon: 'people' },
  example: { name: 'Ruth Carter' },
})
