/** Creates a login with its password and groups, and answers with the `subject` that its user record needs. */
export type EnsureUser = (person: {
  readonly email: string
  readonly password: string
  readonly groups: readonly string[]
}) => Promise<{ subject: string }>

/** What the demo is made of. */
export interface DemoOptions {
  /** Logins, sites and settings only. */
  readonly isEmpty: boolean
  /** Patients; everything else follows in proportion. Without it the demo has its full size. */
  readonly size?: number
  readonly ensureUser: EnsureUser
  /** The instant at which the demo ends; now unless given. */
  readonly now?: string
  /** Where progress is written; the console unless given. */
  readonly report?: (line: string) => void
}
