import { entity, type RecordOf } from '#shared/declaration/entity.ts'
import { choice, choices, instant, reference, text } from '#shared/declaration/field.ts'
import { restrictionReasons } from '#shared/declaration/restriction.ts'
import { overseers } from '#shared/declaration/roles.ts'

/** How restricted records are read: one or several by id, their history, a file of theirs, a list that asks for them, an export. */
export const accessWays = ['record', 'history', 'file', 'list', 'export'] as const
export type AccessWay = (typeof accessWays)[number]

/** One person read a restricted record; written by the product before it is shown, ids only, and never changed. */
export const AccessEntry = entity({
  name: 'access-entry',
  resource: 'access-entries',
  lambda: 'system',
  title: 'number',
  site: 'siteId',
  isAppendOnly: true,
  isTrace: true,
  fields: {},
  facts: {
    /** Without a gap among those that begin alike, as all of a record do, so that none can be taken away unnoticed. */
    number: text(20),
    readAt: instant(),
    userId: reference('users'),
    way: choice(accessWays),
    /** Resource of what was read. */
    resource: text(40),
    /** Id of the record; of the job for an export, and the resource for a list. */
    recordId: text(60),
    /** Empty for a list or an export, which may hold restricted records. */
    reasons: choices(restrictionReasons),
    siteId: reference('sites'),
  },
  sequence: { fact: 'number', prefix: 'L', digits: 6, per: ['recordId'] },
  columns: ['readAt', 'userId', 'way', 'resource', 'reasons', 'recordId', 'siteId', 'number'],
  order: [['readAt', 'DESC']],
  search: { fields: ['recordId', 'number'] },
  access: { read: overseers, create: [], update: [], delete: [] },
  menu: { group: 'settings', icon: 'eye' },
  example: {},
})
export type AccessEntry = RecordOf<typeof AccessEntry>
