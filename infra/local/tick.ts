import { join } from 'node:path'
import { tableDefinition } from '#shared/table.ts'
import { openFolder } from './dataFolder.ts'
import { askForTick, checkTick } from './door.ts'
import { ensureTable, startEngine } from './engine.ts'
import { ensureSecrets, setEnvironment, tableName } from './environment.ts'
import { background } from './functions.ts'
import { endOrphan, runningInstance, takeFolder } from './lock.ts'
import type { Options } from './options.ts'

/** Runs one tick: in the running instance of the folder, or else on its engine alone, which then stops again. */
export const runTick = async (options: Options, name: string): Promise<unknown> => {
  const tick = checkTick({ tick: name, at: options.at })
  openFolder(options.folder)
  const running = runningInstance(options.folder)
  if (running) return askForTick(running, tick)
  const lock = takeFolder(options.folder)
  try {
    const path = join(options.folder, 'records.db')
    if (lock.orphan) await endOrphan(lock.orphan, path)
    const given = process.env.DYNAMODB_ENDPOINT
    const engine = given ? undefined : await startEngine({ path })
    const endpoint = engine?.endpoint ?? given ?? ''
    try {
      await ensureTable(endpoint, tableDefinition(tableName()))
      setEnvironment(ensureSecrets(options.folder), {
        dynamodb: endpoint,
        publicUrl: `http://127.0.0.1:${options.port}`,
      })
      return await background.tick({ at: new Date().toISOString(), ...tick })
    } finally {
      await engine?.stop()
    }
  } finally {
    lock.release()
  }
}
