import { fillingOf, markFilling } from './dataFolder.ts'
import type { Options } from './options.ts'
import type { Pool } from './userPool.ts'

/** What the demo is made of. */
export type SeedOptions = {
  /** Logins, sites and settings only. */
  isEmpty: boolean
  /** Patients; everything else follows in proportion. Without it the demo has its full size. */
  size?: number
  /** Creates a login and returns the `subject` its user record needs. */
  ensureUser: Pool['ensureUser']
}

/** Fills a new data folder with logins and demo records, once; a filling cut short begins anew on the next start. */
export const fillOnce = async (options: Options, ensureUser: Pool['ensureUser']): Promise<void> => {
  if (fillingOf(options.folder) === 'done') return
  markFilling(options.folder, 'begun')
  if (!options.empty) console.log('Filling the demo data …')
  const { seedDemo } = await import('./demo/index.ts')
  await seedDemo({ isEmpty: options.empty ?? false, size: options.demoSize, ensureUser })
  markFilling(options.folder, 'done')
}
