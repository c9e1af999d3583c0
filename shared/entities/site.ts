import { entity, type RecordOf } from '#shared/declaration/entity.ts'
import {
  boolean,
  choices,
  currency,
  day,
  group,
  instant,
  integer,
  list,
  reference,
  required,
  text,
} from '#shared/declaration/field.ts'
import { everyone } from '#shared/declaration/roles.ts'
import { surveyLanguages } from './choices.ts'
import { weeklyHours } from './weeklyHours.ts'

/** A hospital or clinic: its time zone, working hours, currency and colours. */
export const Site = entity({
  name: 'site',
  resource: 'sites',
  lambda: 'settings',
  title: 'name',
  site: 'id',
  fields: {
    name: required(text()),
    nameAr: text(),
    code: required(text(8)),
    timeZone: required(text(40)),
    currency: required(currency()),
    languages: choices(surveyLanguages),
    phone: text(30),
    accent: text(7),
    calendar: group({
      ...weeklyHours,
      holidays: list({ on: required(day()) }, 60),
    }),
  },
  /** When the next digest of overdue cases is due: the next opening. */
  facts: { digestAt: instant() },
  columns: ['name', 'nameAr', 'code', 'timeZone', 'currency'],
  order: [['name', 'ASC']],
  search: { fields: ['name', 'nameAr', 'code'] },
  unique: [['code']],
  due: { tick: 'deadlines', at: 'digestAt' },
  actions: {
    digest: {
      body: { counts: list({ ownerId: reference('users'), count: required(integer()) }), isPart: boolean() },
      allow: [],
    },
  },
  access: { read: everyone, create: ['admin'], update: ['admin'], delete: ['admin'] },
  menu: { group: 'settings', icon: 'place' },
  example: { name: 'Palm Hospital', nameAr: 'مستشفى النخيل', code: 'PALM', timeZone: 'Asia/Riyadh', currency: 'SAR' },
})
export type Site = RecordOf<typeof Site>
