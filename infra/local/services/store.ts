import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { layoutOfTable } from '#functions/platform/store/layout.ts'
import { tableDefinition, tableLayout } from '#functions/platform/store/table.ts'
import { projectionFolder, setEnvironment, tableName } from '#infra/local/process/environment.ts'
import { endOrphan, type Lock, lockFolder } from '#infra/local/process/lock.ts'
import type { Options } from '#infra/local/process/options.ts'
import { StartProblem } from '#infra/local/server/gateway.ts'
import { dropTable, type Engine, ensureTable, startEngine } from './engine.ts'

/** How a folder's store is opened. */
interface StoreOptions {
  /** The product's address, which the functions are told. */
  readonly publicUrl: string
  /** Whether an engine at DYNAMODB_ENDPOINT is emptied; a folder is emptied by its owner. */
  readonly isNew?: boolean
  readonly onExit?: () => void
}

/**
 * Opens the engine on the folder's file, or the one at DYNAMODB_ENDPOINT, with its table, and sets the environment of the
 * functions. Throws `StartProblem`, and has changed nothing, when the records are of another layout.
 */
export const openStore = async (folder: string, lock: Lock, options: StoreOptions): Promise<Engine> => {
  const path = join(folder, 'records.db')
  if (lock.orphan) await endOrphan(lock.orphan, path)
  const endpoint = process.env.DYNAMODB_ENDPOINT
  const engine: Engine = endpoint
    ? { endpoint, stop: async () => {} }
    : await startEngine({ path, onExit: options.onExit })
  try {
    lock.update({ engineProcessId: engine.processId })
    if (endpoint && options.isNew) await dropTable(endpoint, tableName())
    const isCreated = await ensureTable(engine.endpoint, tableDefinition(tableName()))
    if (isCreated) rmSync(projectionFolder(folder), { recursive: true, force: true })
    setEnvironment(folder, { dynamodb: engine.endpoint, publicUrl: options.publicUrl })
    await checkLayout(folder)
    return engine
  } catch (error) {
    await engine.stop()
    throw error
  }
}

/** Throws `StartProblem` when the table in the environment was written in another layout than this version reads. */
export const checkLayout = async (folder: string): Promise<void> => {
  const layout = await layoutOfTable()
  if (layout === tableLayout) return
  throw new StartProblem(
    `The records in ${folder} were written in layout ${layout} and this version reads layout ${tableLayout}: run the version that wrote them, or begin with an empty folder by npm start -- --fresh, which deletes them.`,
  )
}

/** Runs some work on the records of a folder while no instance runs; starts only the engine and stops it afterwards. */
export const onStoreAlone = async <T>({ folder, port }: Options, work: () => Promise<T>): Promise<T> => {
  const lock = lockFolder(folder)
  try {
    const engine = await openStore(folder, lock, { publicUrl: `http://127.0.0.1:${port}` })
    try {
      return await work()
    } finally {
      await engine.stop()
    }
  } finally {
    lock.release()
  }
}
