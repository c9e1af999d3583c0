import { entity, type RecordOf } from '#shared/declaration/entity.ts'
import { choice, identifier, required, text } from '#shared/declaration/field.ts'
import { everyone } from '#shared/declaration/roles.ts'

/** The body that reimburses: an insurer, an administrator, an employer, a government body; the code stands in batch numbers. */
export const Payer = entity({
  name: 'payer',
  resource: 'payers',
  lambda: 'settlements',
  title: 'name',
  fields: {
    name: required(text()),
    nameAr: text(),
    code: identifier(8),
    type: required(choice(['insurer', 'tpa', 'employer', 'government'])),
    licenceNo: identifier(40),
    vatNo: identifier(40),
    deliveryMode: required(choice(['portal', 'courier', 'email', 'api'])),
  },
  columns: ['name', 'nameAr', 'code', 'type', 'licenceNo', 'vatNo', 'deliveryMode'],
  order: [['name', 'ASC']],
  search: { fields: ['name', 'nameAr', 'code', 'licenceNo', 'vatNo'] },
  unique: [['code']],
  access: {
    read: everyone,
    create: ['accounts-supervisor', 'services-manager', 'admin'],
    update: ['accounts-supervisor', 'services-manager', 'admin'],
    delete: ['admin'],
  },
  menu: { group: 'settlements', icon: 'building' },
  example: { name: 'Gulf Shield Insurance', nameAr: 'درع الخليج للتأمين', type: 'insurer', deliveryMode: 'portal' },
})
export type Payer = RecordOf<typeof Payer>
