import type { User } from '#shared/entities/user.ts'
import { type Refusal, refuse } from '#shared/refusals.ts'
import { isAway, isEmployed } from './presence.ts'

/** Why nobody may name a person to act now: deactivated, or away; undefined when nothing is against it. */
export function unassignable(user: User, timeZone: string, now: string): Refusal | undefined {
  if (!isEmployed(user)) return refuse('PERSON_INACTIVE')
  return isAway(user, timeZone, now) ? refuse('PERSON_AWAY') : undefined
}
