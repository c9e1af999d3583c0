import { entity, type RecordOf } from '#shared/declaration/entity.ts'
import { boolean, day, instant, integer, list, reference, required, text } from '#shared/declaration/field.ts'
import { caseStaff, overseers } from '#shared/declaration/roles.ts'

/** The calls of one morning at one site, and how many each person was given, so that the shares stay even. */
export const CallList = entity({
  name: 'call-list',
  resource: 'call-lists',
  lambda: 'follow-ups',
  title: 'listOn',
  site: 'siteId',
  fields: { siteId: required(reference('sites')), listOn: required(day()) },
  facts: {
    shares: list({ userId: required(reference('users')), calls: required(integer()) }),
    /** Calls that nobody could be given. */
    unassigned: integer(),
    /** Calls of which this morning was the first after their window. */
    late: integer(),
    /** On the first day of a week: when the week before is summed up, and when it was. */
    summaryAt: instant(),
    summarisedAt: instant(),
    createdAt: instant(),
  },
  keyedBy: ['siteId', 'listOn'],
  columns: ['listOn', 'siteId', 'unassigned', 'late', 'summarisedAt', 'createdAt'],
  order: [['listOn', 'DESC']],
  due: { tick: 'follow-ups', at: 'summaryAt' },
  isTrace: true,
  access: { read: [...caseStaff, ...overseers], create: [], update: [], delete: [] },
  actions: {
    share: {
      body: {
        calls: required(
          list(
            {
              followUpId: required(reference('follow-ups')),
              callerId: reference('users'),
              isKept: boolean(),
              isLate: boolean(),
            },
            20,
          ),
        ),
        /** Nothing more is due at the moment, so that people are told. */
        isLast: boolean(),
      },
      allow: [],
    },
    'await-summary': { body: { summaryAt: required(instant()) }, allow: [] },
    summarise: {
      body: {
        week: required(text(8)),
        planned: required(integer()),
        done: required(integer()),
        inWindow: required(integer()),
        concerns: required(integer()),
      },
      allow: [],
      stamps: { at: 'summarisedAt' },
    },
  },
  example: { listOn: '2026-11-23' },
})
export type CallList = RecordOf<typeof CallList>
