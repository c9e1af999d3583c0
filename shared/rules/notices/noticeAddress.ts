import { Case } from '#shared/entities/case.ts'
import { FollowUp } from '#shared/entities/followUp.ts'
import { entityOfId } from '#shared/entities/index.ts'
import { Notice } from '#shared/entities/notice.ts'

/** A notice as far as its address depends on it. */
type AddressedNotice = Pick<Notice, 'rule' | 'aboutId' | 'toUserId'> & Partial<Pick<Notice, 'parameters'>>

/** Where the panel shows what a notice is about: a record, or for a digest the records that it counts. */
export function noticeAddress(notice: AddressedNotice): string {
  const { rule, aboutId, toUserId, parameters } = notice
  if (rule === 'weekly-summary') return `/follow-ups/summary?siteId=${aboutId}&week=${parameters?.week ?? ''}`
  const listed = listOf(rule, toUserId)
  if (!listed) return `/${entityOfId(aboutId)?.resource ?? Notice.resource}/${aboutId}/show`
  const { resource, filter } = listed
  return `/${resource}?filter=${encodeURIComponent(JSON.stringify({ siteId: aboutId, ...filter }))}`
}

/** The records that a digest about a site counts. */
function listOf(rule: Notice['rule'], toUserId: string | undefined) {
  if (rule === 'overdue-digest') {
    const owner = toUserId === undefined ? { ownerId_empty: true } : { ownerId: toUserId }
    return { resource: Case.resource, filter: { isOverdueOnArrival: true, ...owner } }
  }
  const running = { endedAt_empty: true }
  if (rule === 'calls-unassigned')
    return { resource: FollowUp.resource, filter: { ...running, assigneeId_empty: true } }
  return rule === 'calls-late' ? { resource: FollowUp.resource, filter: { ...running, isAlerted: true } } : undefined
}
