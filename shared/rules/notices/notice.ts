import type { RecordValues } from '#shared/declaration/entity.ts'
import type { Role } from '#shared/declaration/roles.ts'
import type { Creation } from '#shared/rules/decision.ts'

/** For whom a notice is: one person, or the persons who have a role at a site; without a site, at any. */
export type Addressee = { readonly userId: string } | { readonly role: Role; readonly siteId?: string }

/** What somebody is told, and about which record. */
export interface NoticeDraft {
  /** Which notice it is; its sentence is found by this name. */
  readonly rule: string
  readonly to: Addressee
  readonly aboutId: string
  /** Site of the record, where it has one: whoever stands in for the addressee is looked for there. */
  readonly siteId?: string
  readonly urgency?: 'normal' | 'urgent'
  /** Values for its sentence: numbers of records and counts, nothing about a patient. */
  readonly parameters?: RecordValues
  /** Words that make it one notice, however often it is decided. */
  readonly key: readonly string[]
}

/** The notice as a new record of a decision. */
export function noticeOf({ rule, to, aboutId, siteId, urgency = 'normal', parameters, key }: NoticeDraft): Creation {
  const addressee = 'userId' in to ? { toUserId: to.userId } : { toRole: to.role, siteId: to.siteId }
  const values = { rule, aboutId, urgency, ...(siteId && { siteId }), ...addressee, ...(parameters && { parameters }) }
  return { resource: 'notices', values, key: ['notice', rule, ...Object.values(addressee).map(String), ...key] }
}
