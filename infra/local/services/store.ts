import { join } from 'node:path'
import { tableDefinition } from '#functions/platform/store/table.ts'
import { ensureSecrets, setEnvironment, tableName } from '#infra/local/process/environment.ts'
import { endOrphan, type Lock, lockFolder } from '#infra/local/process/lock.ts'
import type { Options } from '#infra/local/process/options.ts'
import { dropTable, type Engine, ensureTable, startEngine } from './engine.ts'

/** Opens the engine on the folder's file, or the one at DYNAMODB_ENDPOINT, with its table; `isNew` empties that one. */
export const openStore = async (
  folder: string,
  lock: Lock,
  { isNew = false, onExit }: { isNew?: boolean; onExit?: () => void } = {},
): Promise<Engine> => {
  const path = join(folder, 'records.db')
  if (lock.orphan) await endOrphan(lock.orphan, path)
  const endpoint = process.env.DYNAMODB_ENDPOINT
  const engine: Engine = endpoint ? { endpoint, stop: async () => {} } : await startEngine({ path, onExit })
  lock.update({ engineProcessId: engine.processId })
  if (endpoint && isNew) await dropTable(endpoint, tableName())
  await ensureTable(engine.endpoint, tableDefinition(tableName()))
  return engine
}

/** Runs some work on the records of a folder while no instance runs; starts only the engine and stops it afterwards. */
export const onStoreAlone = async <T>({ folder, port }: Options, work: () => Promise<T>): Promise<T> => {
  const lock = lockFolder(folder)
  try {
    const engine = await openStore(folder, lock)
    try {
      setEnvironment(ensureSecrets(folder), { dynamodb: engine.endpoint, publicUrl: `http://127.0.0.1:${port}` })
      return await work()
    } finally {
      await engine.stop()
    }
  } finally {
    lock.release()
  }
}
