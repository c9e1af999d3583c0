import { entity, type RecordOf } from '#shared/declaration/entity.ts'
import { boolean, choice, choices, email, references, required, text } from '#shared/declaration/field.ts'
import { everyone, roles } from '#shared/declaration/roles.ts'

/** A person who works in the panel; the sign-in itself stands in the user pool under `subject`. */
export const User = entity({
  name: 'user',
  resource: 'users',
  lambda: 'settings',
  title: 'name',
  fields: {
    name: required(text()),
    email: required(email()),
    roles: required(choices(roles)),
    siteIds: required(references('sites')),
    language: choice(['en', 'ar', 'zh', 'it', 'lv']),
    isActive: required(boolean()),
  },
  facts: { subject: text() },
  columns: ['name', 'email', 'roles', 'siteIds', 'isActive'],
  order: [['name', 'ASC']],
  search: { fields: ['name', 'email'] },
  unique: [['email'], ['subject']],
  access: { read: everyone, create: ['admin'], update: ['admin'], delete: ['admin'] },
  menu: { group: 'settings', icon: 'badge' },
  example: { name: 'Huda Nasser', email: 'huda@redress.test', roles: ['officer'], siteIds: [], isActive: true },
})
export type User = RecordOf<typeof User>
