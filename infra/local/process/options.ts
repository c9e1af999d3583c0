import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The flags of the command line. */
export type Flags = {
  /** No demo records; the logins are there. */
  empty?: boolean
  /** Delete the data first. */
  fresh?: boolean
  /** Patients in the demo; everything else follows in proportion. */
  demoSize?: number
  /** Panel from its sources with hot reload. */
  dev?: boolean
  tick?: string
  /** Only check the history of every record. */
  'verify-audit'?: boolean
  /** With verify-audit: the records came out of a copy, and what is missing since is accepted. */
  'accept-restore'?: boolean
  /** A new key signs history from now on; for one that is lost. */
  'new-audit-key'?: boolean
  at?: string
}

/** The settings of one instance. */
export type Options = Flags & {
  port: number
  folder: string
  /** `manual`: ticks only by request, as tests want it. */
  clock: 'running' | 'manual'
  /** `none`: the API without the panel. */
  panel: 'built' | 'none'
}

/** Completes the command line with PORT, REDRESS_DATA, REDRESS_CLOCK and REDRESS_PANEL; an empty variable counts as none. */
export const optionsFrom = (flags: Flags, env: NodeJS.ProcessEnv): Options => ({
  ...flags,
  port: Number(env.PORT || 4000),
  folder: resolve(env.REDRESS_DATA || fileURLToPath(new URL('../../../.redress', import.meta.url))),
  clock: env.REDRESS_CLOCK === 'manual' ? 'manual' : 'running',
  panel: env.REDRESS_PANEL === 'none' ? 'none' : 'built',
})
