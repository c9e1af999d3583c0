import type { Role } from './roles.ts'

/** Roles that may do what; a record's site is checked besides. */
export interface Access {
  readonly read: readonly Role[]
  readonly create: readonly Role[]
  readonly update: readonly Role[]
  readonly delete: readonly Role[]
}

/**
 * A field that must name the person of a role, or a record that this person sees in that role, and the values that other
 * fields must have besides.
 */
export interface RoleReach<N extends string = string> {
  readonly by: N
  readonly only?: Readonly<Partial<Record<N, readonly string[]>>>
}

/** By role, what a record must have before a person of that role sees it; a field alone stands for `by`. */
export type Reach<N extends string = string> = Readonly<Partial<Record<Role, N | RoleReach<N>>>>
