import { entity } from '#shared/declaration/entity.ts'
import { choice, instant, money, readBy, reference, references, required, text } from '#shared/declaration/field.ts'
import { everyone } from '#shared/declaration/roles.ts'

/** A noun that the product does not have, of which only some roles see some columns. */
export const Dossier = entity({
  name: 'dossier',
  resource: 'dossiers',
  lambda: 'cases',
  title: 'name',
  site: 'siteId',
  maker: 'createdBy',
  fields: {
    siteId: required(reference('sites')),
    patientId: reference('patients'),
    name: required(text()),
    remark: readBy(text(), ['director', 'auditor']),
    risk: readBy(choice(['low', 'high']), ['director', 'auditor']),
    costMinor: readBy(money(), ['director', 'auditor']),
    readerIds: references('users'),
    heardAt: readBy(instant(), ['director', 'auditor']),
  },
  facts: { createdAt: instant(), createdBy: reference('users') },
  columns: [
    'name',
    'remark',
    'risk',
    'costMinor',
    'heardAt',
    'createdAt',
    'createdBy',
    'siteId',
    'patientId',
    'readerIds',
  ],
  order: [['createdAt', 'DESC']],
  search: { fields: ['name'], through: 'patientId' },
  reach: { clinician: 'readerIds', delegate: 'createdBy' },
  access: { read: everyone, create: everyone, update: everyone, delete: everyone },
  example: { name: 'A dossier' },
})
