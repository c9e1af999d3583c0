import { entity, type RecordOf } from '#shared/declaration/entity.ts'
import {
  boolean,
  choice,
  day,
  email,
  group,
  identifier,
  instant,
  list,
  longText,
  money,
  personal,
  phone,
  readBy,
  reference,
  required,
  text,
} from '#shared/declaration/field.ts'
import { caseStaff, contactStaff, leads, officers, overseers, patientStaff } from '#shared/declaration/roles.ts'
import { mergeActions, mergeFacts } from '#shared/rules/merging/mergeRules.ts'
import { languages } from './choices.ts'

const consent = group({
  status: required(choice(['granted', 'refused', 'unknown'], { granted: 'done', refused: 'past' })),
  at: instant(),
  by: text(),
})

const reason = required(longText(1000))

/** A patient of one site, found by name, phone suffix or member number. */
export const Patient = entity({
  name: 'patient',
  resource: 'patients',
  lambda: 'patients',
  title: 'name',
  site: 'siteId',
  subject: 'id',
  restricted: { vip: { isVip: [true] } },
  fields: {
    siteId: required(reference('sites')),
    name: required(personal(text())),
    memberNumber: required(personal(identifier(30))),
    phone: personal(phone()),
    altPhone: personal(phone()),
    email: personal(readBy(email(), contactStaff)),
    address: personal(readBy(text(300), contactStaff)),
    language: choice([...languages, 'ur', 'hi', 'fr']),
    birthDate: personal(day()),
    sex: choice(['female', 'male', 'other', 'unknown']),
    nationalId: personal(identifier(30)),
    isVip: boolean(),
    contactConsent: group({ calls: consent, visits: consent, surveys: consent, marketing: consent }),
    notes: personal(readBy(longText(), [...caseStaff, ...overseers])),
  },
  facts: {
    createdAt: instant(),
    /** What was offered by each rule within the last twelve months, so that caps hold whoever approves meanwhile. */
    concessions: list({
      offerId: required(reference('offers')),
      ruleCode: required(text(40)),
      amountMinor: required(money()),
      at: required(instant()),
      caseId: reference('cases'),
      /** It lowers what is in dispute there. */
      isLowering: boolean(),
      /** One person offered it without asking another. */
      isAlone: boolean(),
    }),
    /** A legal hold: nothing of the patient is erased until somebody releases it. */
    heldAt: instant(),
    heldBy: reference('users'),
    holdReason: personal(text(1000)),
    /** Until when everything on the patient is kept at the least. */
    retainUntil: instant(),
    exportedAt: instant(),
    exportedBy: reference('users'),
    /** When the erasure was begun, and when nothing was left to be read. */
    erasingAt: instant(),
    erasedAt: instant(),
    ...mergeFacts('patients'),
  },
  columns: [
    'name',
    'memberNumber',
    'phone',
    'siteId',
    'language',
    'birthDate',
    'isVip',
    'createdAt',
    'mergedIntoId',
    'erasedAt',
  ],
  order: [['createdAt', 'DESC']],
  search: { fields: ['name', 'memberNumber', 'phone', 'altPhone'] },
  offered: { mergedIntoId_empty: true, erasedAt_empty: true },
  due: { tick: 'retention', at: 'retainUntil' },
  unique: [['siteId', 'memberNumber']],
  access: {
    read: [...patientStaff, ...overseers],
    create: [...caseStaff, 'insurance-clerk', 'admin'],
    update: [...caseStaff, 'insurance-clerk', 'admin'],
    delete: [...leads, 'admin'],
  },
  actions: {
    ...mergeActions('patients', [...officers, 'admin']),
    // Whether the law asks for a record or against it is judged, and cannot be undone: the director does it, and no
    // administrator.
    hold: { body: { reason }, allow: ['director'], stamps: { at: 'heldAt', by: 'heldBy' } },
    'release-hold': { body: { reason }, allow: ['director'] },
    erase: { body: { reason }, allow: ['director'], hasOperation: true, confirmedBy: 'memberNumber' },
    export: {
      body: { format: required(choice(['json', 'pdf'])), paperLanguage: choice(languages) },
      allow: ['director', 'admin'],
      stamps: { at: 'exportedAt', by: 'exportedBy' },
      hasOperation: true,
    },
    // The product takes it at the due time, when something happened since or the record has to be kept.
    /** The product notes an offer of money against the patient's caps, or takes it back. */
    concede: {
      body: {
        offerId: required(reference('offers')),
        ruleCode: required(text(40)),
        amountMinor: required(money()),
        capMinor: money(),
        caseId: reference('cases'),
        /** Where it lowers what is in dispute: how much that is. */
        disputedMinor: money(),
        isLowering: boolean(),
        isAlone: boolean(),
        /** What whoever decided on it may give in this case. */
        limitMinor: money(),
      },
      allow: [],
    },
    'take-back': { body: { offerId: required(reference('offers')) }, allow: [] },
    retain: { body: { retainUntil: required(instant()) }, allow: [] },
  },
  menu: { group: 'people', icon: 'people' },
  example: { name: 'Mariam Saleh', memberNumber: 'M-100200', phone: '+966501234567', language: 'ar' },
})
export type Patient = RecordOf<typeof Patient>
