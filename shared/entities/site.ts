import { entity, type RecordOf } from '#shared/declaration/entity.ts'
import {
  boolean,
  choices,
  currency,
  day,
  group,
  identifier,
  instant,
  integer,
  list,
  reference,
  required,
  text,
} from '#shared/declaration/field.ts'
import { everyone } from '#shared/declaration/roles.ts'
import { languages } from './choices.ts'
import { profileFigures } from './siteProfile.ts'
import { weeklyHours } from './weeklyHours.ts'

/** What a site keeps of a version of its profile. It counts from an instant, so that a day may begin by the version before. */
const version = {
  profileId: required(reference('site-profiles')),
  validFrom: required(day()),
  fromAt: required(instant()),
  ...profileFigures,
}
const profiles = list(version, 40)

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
    code: required(identifier(8)),
    timeZone: required(text(40)),
    currency: required(currency()),
    languages: choices(languages),
    phone: text(30),
    accent: text(7),
    calendar: group({
      ...weeklyHours,
      holidays: list({ on: required(day()) }, 60),
    }),
  },
  facts: {
    /** When the next digest of overdue cases is due: the next opening. */
    digestAt: instant(),
    /** The newest versions of its profile and those to come, the oldest first. */
    profiles,
    /** Whether there were versions before those. */
    hasOlderProfiles: boolean(),
  },
  columns: ['name', 'nameAr', 'code', 'timeZone', 'currency'],
  order: [['name', 'ASC']],
  search: { fields: ['name', 'nameAr', 'code'] },
  unique: [['code']],
  due: { tick: 'deadlines', at: 'digestAt' },
  actions: {
    'set-profiles': {
      body: { profiles: required(profiles), hasOlderProfiles: boolean(), seenVersion: required(integer()) },
      allow: [],
    },
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
