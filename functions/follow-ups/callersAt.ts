import { type Context, product } from '#functions/platform/http/context.ts'
import { askIds } from '#functions/platform/projection/ask.ts'
import { getRecords, noteDamaged } from '#functions/platform/store/read.ts'
import { conditionOf } from '#shared/api/condition.ts'
import type { Site } from '#shared/entities/site.ts'
import { User } from '#shared/entities/user.ts'
import { callersOf, worksToday } from '#shared/rules/follow-ups/callers.ts'

/** Who calls at a site today, and which of some others are there. */
export interface Callers {
  readonly ids: readonly string[]
  readonly isThere: (userId: string) => boolean
}

/** Reads who shares the calls of a site today, and who of those that have calls already is there. */
export async function callersAt(context: Context, site: Site, assigneeIds: readonly string[]): Promise<Callers> {
  const { at: now } = context.origin
  const conditions = [
    conditionOf(User, 'roles_eq_any', ['officer', 'unit-manager']),
    conditionOf(User, 'isActive', true),
  ]
  const staffIds = await askIds(User, { conditions }, { actor: product })
  const ids = [...new Set([...staffIds, ...assigneeIds])]
  const stored = await getRecords(User, ids, { meter: context.meter, consistent: true, onDamaged: noteDamaged })
  const users = stored.map(({ record }) => record)
  const there = new Set(users.filter((user) => worksToday(user, site, now)).map(({ id }) => id))
  return { ids: callersOf(users, site, now).map(({ id }) => id), isThere: (userId) => there.has(userId) }
}
