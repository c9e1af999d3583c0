import { entity, type RecordOf } from '#shared/declaration/entity.ts'
import { choices, currency, day, group, list, required, text } from '#shared/declaration/field.ts'
import { everyone } from '#shared/declaration/roles.ts'
import { surveyLanguages } from './choices.ts'

const shift = { from: required(text(5)), to: required(text(5)) }

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
      sunday: list(shift, 4),
      monday: list(shift, 4),
      tuesday: list(shift, 4),
      wednesday: list(shift, 4),
      thursday: list(shift, 4),
      friday: list(shift, 4),
      saturday: list(shift, 4),
      holidays: list({ on: required(day()) }, 60),
    }),
  },
  columns: ['name', 'nameAr', 'code', 'timeZone', 'currency'],
  order: [['name', 'ASC']],
  search: { fields: ['name', 'nameAr', 'code'] },
  unique: [['code']],
  access: { read: everyone, create: ['admin'], update: ['admin'], delete: ['admin'] },
  menu: { group: 'settings', icon: 'place' },
  example: { name: 'Palm Hospital', nameAr: 'مستشفى النخيل', code: 'PALM', timeZone: 'Asia/Riyadh', currency: 'SAR' },
})
export type Site = RecordOf<typeof Site>
