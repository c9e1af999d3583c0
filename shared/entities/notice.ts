import * as z from 'zod'
import { entity, type RecordOf } from '#shared/declaration/entity.ts'
import { choice, data, instant, integer, reference, required, text } from '#shared/declaration/field.ts'
import { everyone, roles } from '#shared/declaration/roles.ts'

/** Every notice there is; the words of the field are its sentences, with the gaps that its parameters fill. */
export const noticeRules = [
  'hand-over-near',
  'hand-over-overdue',
  'acknowledgement-near',
  'acknowledgement-overdue',
  'response-near',
  'response-overdue',
  'extension-notice-near',
  'extension-notice-overdue',
  'major-case',
  'director-told-near',
  'director-told-overdue',
  'help-called',
  'help-coming',
  'report-near',
  'report-overdue',
  'report-submitted',
  'report-returned',
  'letter-submitted',
  'letter-rejected',
  'work-without-owner',
  'overdue-digest',
  'promise-near',
  'promise-due',
  'promise-overdue',
  'clinical-concern',
  'calls-unassigned',
  'calls-late',
  'weekly-summary',
  'offer-waits',
  'offer-near',
  'offer-overdue',
  'offer-approved',
  'offer-rejected',
  'offer-lapsed',
  'dead-letter',
] as const

/** The name of a notice, by which its sentence is found. */
export type NoticeRule = (typeof noticeRules)[number]

/** What one person is told about a record. Who it is for is found after it was written; that person alone sees it. */
export const Notice = entity({
  name: 'notice',
  resource: 'notices',
  lambda: 'system',
  title: 'id',
  maker: 'userId',
  isTrace: true,
  fields: {
    rule: required(choice(noticeRules)),
    /** Id of a record of any resource. */
    aboutId: required(text(60)),
    urgency: required(choice(['normal', 'urgent'], { urgent: 'past' })),
    /** Who was meant when it was written: a text, since that person may have left meanwhile. */
    toUserId: text(60),
    toRole: choice(roles),
    siteId: reference('sites'),
    /** Values for its sentence: numbers of records, counts and instants, nothing about a patient. */
    parameters: data(z.record(z.string(), z.union([z.string(), z.number()]))),
  },
  facts: {
    /** The person who was found for it; absent until then. */
    userId: reference('users'),
    createdAt: instant(),
    readAt: instant(),
    mailState: choice(['waiting', 'sending', 'sent', 'captured', 'failed', 'none'], {
      waiting: 'near',
      sending: 'near',
      sent: 'done',
      captured: 'done',
      failed: 'past',
    }),
    mailedAt: instant(),
    /** When the product has to look at it again, to find its person or to send a mail; absent when nothing is left. */
    nextAt: instant(),
    attempts: integer(),
    failure: text(),
  },
  initial: { mailState: 'waiting', attempts: 0 },
  columns: ['rule', 'urgency', 'aboutId', 'createdAt', 'readAt', 'userId', 'toRole', 'siteId', 'mailState', 'mailedAt'],
  order: [['createdAt', 'DESC']],
  due: { tick: 'notices', at: 'nextAt' },
  // Whoever stands for several addressees of one decision is told once.
  unique: [['userId', 'rule', 'aboutId', 'createdAt']],
  access: { read: everyone, create: [], update: [], delete: [] },
  actions: { 'mark-read': { body: {}, allow: everyone } },
  example: { rule: 'response-overdue', aboutId: 'case_01ARZ3NDEKTSV4RRFFQ69G5FAV', urgency: 'normal' },
})
export type Notice = RecordOf<typeof Notice>
