import { entity, type RecordOf } from '#shared/declaration/entity.ts'
import {
  basisPoints,
  choice,
  choices,
  day,
  identifier,
  instant,
  integer,
  list,
  money,
  reference,
  required,
  text,
  texts,
} from '#shared/declaration/field.ts'
import { lifecycle } from '#shared/declaration/lifecycle.ts'
import { caseStaff, overseers, type Role } from '#shared/declaration/roles.ts'
import { caseTypes } from './case.ts'
import { faultClasses } from './caseActions.ts'
import { approverRoles, remedies } from './offer.ts'

const setters: readonly Role[] = ['director', 'admin']

/** What an offer needs besides the words and the money. */
export const offerNeeds = [
  'second-person',
  'payer-final-answer',
  'payer-contract-check',
  'liability-notice',
  'doctor-agrees',
] as const
export type OfferNeed = (typeof offerNeeds)[number]

/** One version of what a site may offer: the remedy, when it is for, up to which amount by whom, and with which words. */
export const OfferRule = entity({
  name: 'offer-rule',
  resource: 'offer-rules',
  lambda: 'cases',
  title: 'name',
  site: 'siteId',
  fields: {
    siteId: required(reference('sites')),
    /** The same in every version of a rule. */
    code: required(identifier(40)),
    name: required(text()),
    remedy: required(choice(remedies)),
    /** The faults that it is for; every one, and a fault not yet judged, without any. */
    faultClasses: choices(faultClasses),
    caseTypes: choices(caseTypes),
    /**
     * What each role may offer without asking: at most an amount, and at most a share of what is disputed. A limit of the
     * site's profile, A or B, or a share of it, may stand in the place of the amount; none of them is no limit.
     */
    limits: list(
      {
        role: required(choice(['front-desk', 'officer', 'unit-manager', 'director'])),
        profileLimit: choice(['A', 'B']),
        profileShareBp: basisPoints(),
        maxMinor: money(),
        maxPercentBp: basisPoints(),
      },
      8,
    ),
    /** Who decides on what is above the own limit; nobody, without one. */
    approverRole: choice(approverRoles),
    /** The most that one patient is offered by rules of this code within twelve months. */
    patientCapMinor: money(),
    needs: choices(offerNeeds),
    wording: texts(),
  },
  facts: {
    ruleVersion: integer(1),
    validFrom: day(),
    validTo: day(),
    publishedAt: instant(),
    publishedBy: reference('users'),
    createdAt: instant(),
  },
  lifecycle: lifecycle('status', {
    draft: { next: 'publish' },
    published: { tone: 'done', isOver: true },
    withdrawn: { isOver: true },
  }),
  columns: [
    'name',
    'code',
    'remedy',
    'siteId',
    'status',
    'ruleVersion',
    'validFrom',
    'validTo',
    'publishedAt',
    'createdAt',
  ],
  order: [
    ['name', 'ASC'],
    ['createdAt', 'DESC'],
  ],
  under: 'siteId',
  search: { fields: ['name', 'code'] },
  unique: [['siteId', 'code', 'ruleVersion']],
  access: { read: [...caseStaff, ...overseers], create: setters, update: setters, delete: setters },
  actions: {
    publish: {
      from: ['draft'],
      to: 'published',
      body: { validFrom: day() },
      allow: setters,
      stamps: { at: 'publishedAt', by: 'publishedBy' },
    },
    withdraw: { from: ['published'], to: 'withdrawn', body: {}, allow: setters },
    copy: { body: { newName: required(text()) }, allow: setters },
    'set-end': { body: { validTo: day() }, allow: [] },
  },
  menu: { group: 'settings', icon: 'scales' },
  example: {
    code: 'discount-goodwill',
    name: 'Discount as goodwill',
    remedy: 'discount',
    limits: [{ role: 'officer', profileLimit: 'A', profileShareBp: 5000 }],
    approverRole: 'unit-manager',
  },
})
export type OfferRule = RecordOf<typeof OfferRule>
