import { Case } from '#shared/entities/case.ts'
import { entityOfId } from '#shared/entities/index.ts'
import { Notice } from '#shared/entities/notice.ts'

/** Where the panel shows what a notice is about: a record, or for a digest the cases that it counts. */
export function noticeAddress({ rule, aboutId, toUserId }: Pick<Notice, 'rule' | 'aboutId' | 'toUserId'>): string {
  if (rule !== 'overdue-digest') return `/${entityOfId(aboutId)?.resource ?? Notice.resource}/${aboutId}/show`
  const owner = toUserId === undefined ? { ownerId_empty: true } : { ownerId: toUserId }
  const filter = { siteId: aboutId, isOverdueOnArrival: true, ...owner }
  return `/${Case.resource}?filter=${encodeURIComponent(JSON.stringify(filter))}`
}
