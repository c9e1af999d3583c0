/** Creates a login with its password and groups; returns the `subject` for its user record. */
export type EnsureUser = (person: {
  readonly email: string
  readonly password: string
  readonly groups: readonly string[]
}) => Promise<{ subject: string }>

/** The size and surroundings of a demo. */
export interface DemoOptions {
  /** Logins, sites and settings only. */
  readonly isEmpty: boolean
  /** Number of patients; everything else follows in proportion. The full size when absent. */
  readonly size?: number
  readonly ensureUser: EnsureUser
  /** The instant at which the demo ends; now when absent. */
  readonly now?: string
  /** Writes a line of progress; the console when absent. */
  readonly report?: (line: string) => void
}
