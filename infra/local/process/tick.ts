import { checkTick, requestTick } from '#infra/local/server/tickRequests.ts'
import { onStoreAlone } from '#infra/local/services/store.ts'
import { openFolder } from './dataFolder.ts'
import { background, closeFunctions } from './handlers.ts'
import { runningInstance } from './lock.ts'
import type { Options } from './options.ts'

/** Runs one tick: in the running instance of the folder, or else with its engine only. */
export const runTick = async (options: Options, name: string): Promise<unknown> => {
  const tick = checkTick({ tick: name, at: options.at })
  openFolder(options.folder)
  const running = runningInstance(options.folder)
  if (running) return requestTick(running, tick)
  const alone = () => background.tick({ at: new Date().toISOString(), ...tick }).finally(closeFunctions)
  return onStoreAlone(options, alone)
}
