import { entity, type RecordOf } from '#shared/declaration/entity.ts'
import {
  boolean,
  day,
  instant,
  integer,
  money,
  reference,
  required,
  text,
  texts,
  timeOfDay,
  type Values,
} from '#shared/declaration/field.ts'
import { lifecycle } from '#shared/declaration/lifecycle.ts'
import { everyone, type Role } from '#shared/declaration/roles.ts'

const setters: readonly Role[] = ['director', 'admin']

/** What rules ask of a profile. Days of an acknowledgement and of a report are working days, all others calendar days. */
export const profileFigures = {
  acknowledgementDays: integer(1, 3),
  responseDays: integer(1, 60),
  extensionNoticeDays: integer(1, 60),
  extensionMostDays: integer(1, 365),
  extensionMostTimes: integer(0, 20),
  directorToldMinutes: integer(1, 1440),
  handOverMinutes: integer(1, 1440),
  specialReportDays: integer(1, 60),
  approvalDecisionMinutes: integer(1, 10_000),
  followUpFirstDay: integer(0, 60),
  followUpDay: integer(0, 60),
  followUpLastDay: integer(0, 60),
  contactFrom: timeOfDay(),
  contactTo: timeOfDay(),
  /** What an officer may offer, and a unit manager, in minor units of the site's currency. */
  limitAMinor: required(money()),
  limitBMinor: required(money()),
  hasStatutoryLetter: boolean(),
  retentionYears: integer(1, 100),
}
export type ProfileFigures = Values<typeof profileFigures>

/** One version of how a site works: its limits of time and money, and its texts. In force, it is never edited. */
export const SiteProfile = entity({
  name: 'site-profile',
  resource: 'site-profiles',
  lambda: 'settings',
  title: 'name',
  site: 'siteId',
  fields: {
    siteId: required(reference('sites')),
    name: required(text()),
    ...profileFigures,
    followUpText: texts(),
    statutoryLetterText: texts(),
  },
  facts: {
    validFrom: day(),
    /** The last day before the next version; none while no other one follows. */
    validTo: day(),
    publishedAt: instant(),
    publishedBy: reference('users'),
    createdAt: instant(),
  },
  lifecycle: lifecycle('status', {
    draft: { next: 'publish' },
    published: { tone: 'done', isOver: true },
    superseded: { isOver: true },
  }),
  columns: ['name', 'siteId', 'status', 'validFrom', 'validTo', 'publishedAt', 'createdAt'],
  order: [['createdAt', 'DESC']],
  search: { fields: ['name'] },
  unique: [['siteId', 'name']],
  actions: {
    publish: {
      from: ['draft'],
      to: 'published',
      body: { validFrom: day() },
      allow: setters,
      stamps: { at: 'publishedAt', by: 'publishedBy' },
    },
    withdraw: { from: ['published', 'superseded'], to: 'draft', body: {}, allow: setters },
    copy: { body: { newName: required(text()) }, allow: setters },
    'set-end': { body: { validTo: day() }, allow: [] },
  },
  access: { read: everyone, create: setters, update: setters, delete: setters },
  menu: { group: 'settings', icon: 'tune' },
  example: { name: 'From January', limitAMinor: 50_000, limitBMinor: 200_000 },
})
export type SiteProfile = RecordOf<typeof SiteProfile>
