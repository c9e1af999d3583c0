import { entity, type RecordOf } from '#shared/declaration/entity.ts'
import {
  boolean,
  choice,
  choices,
  day,
  email,
  group,
  readBy,
  reference,
  references,
  required,
  text,
} from '#shared/declaration/field.ts'
import { everyone, overseers, roles } from '#shared/declaration/roles.ts'
import { languages } from './choices.ts'
import { weeklyHours } from './weeklyHours.ts'

const absence = { awayFrom: day(), awayTo: day(), deputyId: reference('users') }

const noticeHours = group(weeklyHours)
const noticeMail = choice(['none', 'urgent', 'all'])

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
    language: choice(languages),
    isActive: required(boolean()),
    /** When the person is there; the working hours of the site for one who has none of their own. */
    onDuty: group(weeklyHours),
    /** First and last day of an absence, in the zone of the site. */
    ...absence,
    /** Which notices also come by mail; every one unless the person says otherwise. */
    noticeMail,
    /** When a mail may come that is not urgent; at any time for one who has none. */
    noticeHours,
  },
  facts: { subject: readBy(text(), overseers) },
  columns: ['name', 'email', 'roles', 'siteIds', 'isActive', 'awayFrom', 'awayTo', 'deputyId'],
  order: [['name', 'ASC']],
  search: { fields: ['name', 'email'] },
  offered: { isActive: true },
  unique: [['email'], ['subject']],
  access: { read: everyone, create: ['admin'], update: ['admin'], delete: ['admin'] },
  actions: {
    'choose-mail': { body: { noticeMail: required(noticeMail), noticeHours }, allow: everyone },
    'plan-absence': { body: absence, allow: everyone },
  },
  menu: { group: 'settings', icon: 'badge' },
  example: { name: 'Huda Nasser', email: 'huda@redress.test', roles: ['officer'], siteIds: [], isActive: true },
})
export type User = RecordOf<typeof User>
