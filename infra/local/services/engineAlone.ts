import { join } from 'node:path'
import { tableDefinition } from '#functions/platform/store/table.ts'
import { ensureSecrets, setEnvironment, tableName } from '#infra/local/process/environment.ts'
import { endOrphan, takeFolder } from '#infra/local/process/lock.ts'
import type { Options } from '#infra/local/process/options.ts'
import { ensureTable, startEngine } from './engine.ts'

/** Does some work on a folder's records while no instance runs: on its engine alone, which stops again afterwards. */
export const onEngineAlone = async <T>(options: Options, work: () => Promise<T>): Promise<T> => {
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
      return await work()
    } finally {
      await engine?.stop()
    }
  } finally {
    lock.release()
  }
}
