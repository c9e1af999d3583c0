import type { UserPool } from '#infra/local/services/userPool.ts'
import { fillingOf, markFilling } from './dataFolder.ts'
import type { Options } from './options.ts'

/** Fills a new data folder with logins and demo records, once; a filling cut short begins anew on the next start. */
export const fillOnce = async (options: Options, ensureUser: UserPool['ensureUser']): Promise<void> => {
  if (fillingOf(options.folder) === 'done') return
  markFilling(options.folder, 'begun')
  if (!options.empty) console.log('Filling the demo data …')
  const { seedDemo } = await import('#demo/index.ts')
  await seedDemo({ isEmpty: options.empty ?? false, size: options.demoSize, ensureUser })
  markFilling(options.folder, 'done')
}
