import type { UserPool } from '#infra/local/services/userPool.ts'
import { hasNote, seedStateOf, setSeedState } from './dataFolder.ts'
import type { Options } from './options.ts'

/** Seeds a new data folder with logins and demo records, once; an interrupted seeding starts again at the next start. */
export const seedOnce = async (options: Options, ensureUser: UserPool['ensureUser']): Promise<void> => {
  if (seedStateOf(options.folder) === 'done') {
    if (!hasNote(options.folder)) setSeedState(options.folder, 'done')
    return
  }
  if (!options.empty) console.log('Filling the demo data …')
  const { seedDemo } = await import('#demo/index.ts')
  await seedDemo({ isEmpty: options.empty ?? false, size: options.demoSize, ensureUser })
  setSeedState(options.folder, 'done')
}
