import type { Role } from '#shared/declaration/roles.ts'
import type { approverRoles } from '#shared/entities/offer.ts'
import { share } from '#shared/values/money.ts'
import { remedyNatures } from './remedies.ts'
import type { StandingRule } from './standardRules.ts'

/** A role that decides on offers of others. */
export type ApproverRole = (typeof approverRoles)[number]

/** What limits are reckoned from, in minor units of the site's currency. */
export interface LimitBasis {
  /** Limits A and B of the site's profile; absent while no profile is in force, when they are nothing. */
  readonly limitAMinor?: number | undefined
  readonly limitBMinor?: number | undefined
  readonly disputedMinor?: number | undefined
  /** What the case was given before, which counts too: nobody gets past a limit by offering twice. */
  readonly usedMinor?: number
}

/** A role that decides, and up to which amount in minor units; without one up to any. */
export interface Rung {
  readonly role: ApproverRole
  readonly upToMinor?: number
}

type Entry = StandingRule['limits'][number]

function entryLimit({ profileLimit, profileShareBp, maxMinor, maxPercentBp }: Entry, basis: LimitBasis): number {
  const { limitAMinor = 0, limitBMinor = 0, disputedMinor = 0, usedMinor = 0 } = basis
  const all = [Number.POSITIVE_INFINITY]
  if (profileLimit) all.push(share(profileLimit === 'A' ? limitAMinor : limitBMinor, profileShareBp ?? 10_000))
  if (maxMinor !== undefined) all.push(maxMinor)
  if (maxPercentBp !== undefined) all.push(share(disputedMinor, maxPercentBp))
  return Math.max(0, Math.min(...all) - usedMinor)
}

/** Whether a rule names a role at all. */
export const isNamed = ({ limits }: StandingRule, role: string): boolean => limits.some((entry) => entry.role === role)

/**
 * Up to which amount a role offers without asking, in minor units; infinite without a limit. A director whom the rule does
 * not name has none, any other role may then offer nothing alone.
 */
export function limitOf(rule: StandingRule, role: Role, basis: LimitBasis): number {
  const entries = rule.limits.filter((entry) => entry.role === role)
  if (entries.length === 0) return role === 'director' ? Number.POSITIVE_INFINITY : 0
  return Math.min(...entries.map((entry) => entryLimit(entry, basis)))
}

/** The most that one of some roles offers without asking. */
export const highestLimit = (rule: StandingRule, roles: readonly Role[], basis: LimitBasis): number =>
  Math.max(0, ...roles.map((role) => limitOf(rule, role, basis)))

/** Who decides on what is above somebody's own limit, the lower first; nobody, where the rule names no approver. */
export function rungsOf(rule: StandingRule, basis: LimitBasis): Rung[] {
  const { isDirectors, needs = [] } = remedyNatures[rule.remedy]
  const isBySecond = needs.includes('second-person') || rule.needs?.includes('second-person')
  const lowest = isDirectors ? 'director' : (rule.approverRole ?? (isBySecond ? 'director' : undefined))
  if (!lowest) return []
  const roles: ApproverRole[] = lowest === 'director' ? ['director'] : ['unit-manager', 'director']
  return roles.flatMap((role): Rung[] => {
    const limit = limitOf(rule, role, basis)
    if (limit === Number.POSITIVE_INFINITY) return [{ role }]
    return limit > 0 ? [{ role, upToMinor: limit }] : []
  })
}

/** The first who may decide on an amount; undefined where nobody may. */
export const rungFor = (rungs: readonly Rung[], amountMinor: number): Rung | undefined =>
  rungs.find(({ upToMinor }) => upToMinor === undefined || amountMinor <= upToMinor)
