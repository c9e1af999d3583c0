import { askForTick, checkTick } from '#infra/local/server/proxy.ts'
import { onEngineAlone } from '#infra/local/services/engineAlone.ts'
import { openFolder } from './dataFolder.ts'
import { background } from './functions.ts'
import { runningInstance } from './lock.ts'
import type { Options } from './options.ts'

/** Runs one tick: in the running instance of the folder, or else on its engine alone, which then stops again. */
export const runTick = async (options: Options, name: string): Promise<unknown> => {
  const tick = checkTick({ tick: name, at: options.at })
  openFolder(options.folder)
  const running = runningInstance(options.folder)
  if (running) return askForTick(running, tick)
  return onEngineAlone(options, () => background.tick({ at: new Date().toISOString(), ...tick }))
}
