import type { RecordValues } from '#shared/declaration/entity.ts'
import type { Role } from '#shared/declaration/roles.ts'
import type { NoticeRule } from '#shared/entities/notice.ts'
import type { Creation } from '#shared/rules/decision.ts'

/** For whom a notice is: one person, or the persons who have a role at a site; without a site, at any. */
export type Addressee = { readonly userId: string } | { readonly role: Role; readonly siteId?: string }

/** What somebody is told, and about which record. */
export interface NoticeDraft {
  /** Which notice it is, of `noticeRules`; its sentence is among the words of notices. */
  readonly rule: NoticeRule
  readonly to: Addressee
  readonly aboutId: string
  /** Site of the record, where it has one: whoever stands in for the addressee is looked for there. */
  readonly siteId?: string
  readonly urgency?: 'normal' | 'urgent'
  /** Values for its sentence: numbers of records and counts, nothing about a patient. The record's number is added. */
  readonly parameters?: RecordValues
  /** Words that make it one notice, however often it is decided. */
  readonly key: readonly string[]
}

/** The notice as a new record of a decision. */
export function noticeOf({ rule, to, aboutId, siteId, urgency = 'normal', parameters, key }: NoticeDraft): Creation {
  const at = ('role' in to ? to.siteId : undefined) ?? siteId
  const addressee = 'userId' in to ? { toUserId: to.userId } : { toRole: to.role }
  const values = { rule, aboutId, urgency, ...(at && { siteId: at }), ...addressee, ...(parameters && { parameters }) }
  return { resource: 'notices', values, key: ['notice', rule, ...Object.values(addressee), at ?? '', ...key] }
}

/** For whom a notice was written, as its record says; the administrators where it says nothing. */
export function addresseeOf({ toUserId, toRole, siteId }: NoticeAddress): Addressee {
  if (toUserId !== undefined) return { userId: toUserId }
  return { role: toRole ?? 'admin', ...(siteId !== undefined && { siteId }) }
}

interface NoticeAddress {
  readonly toUserId?: string
  readonly toRole?: Role
  readonly siteId?: string
}
