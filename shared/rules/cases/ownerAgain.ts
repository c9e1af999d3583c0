import type { AnyRecord, RecordValues } from '#shared/declaration/entity.ts'
import type { Case } from '#shared/entities/case.ts'
import type { User } from '#shared/entities/user.ts'
import type { Need, RelatedRecords } from '#shared/rules/decision.ts'
import { unassignable } from '#shared/rules/users/assignment.ts'

/** What is to be known before a case that was over goes on: who owned it, and in which zone a day begins. */
export const ownerNeeds = {
  owner: { one: 'users', id: ({ ownerId }) => ownerId },
  site: { one: 'sites', id: ({ siteId }) => siteId },
} as const satisfies Readonly<Record<string, Need>>

/** Clears the owner of a case that goes on after it was over, where that person has left or is away: somebody else takes it. */
export function ownerAgain(record: AnyRecord, { owner, site }: RelatedRecords, now: string): RecordValues {
  const { ownerId }: Partial<Case> = record
  if (ownerId === undefined) return {}
  const [user] = (owner ?? []) as readonly User[]
  const timeZone = String(site?.[0]?.timeZone ?? 'UTC')
  return user && !unassignable(user, timeZone, now) ? {} : { ownerId: null }
}
