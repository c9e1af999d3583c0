import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { layoutOfTable } from '#functions/platform/store/layout.ts'
import { tableDefinition, tableLayout } from '#functions/platform/store/table.ts'
import { checkFiles } from '#infra/local/process/dataFolder.ts'
import { projectionFolder, readSecrets, setEnvironment, tableName } from '#infra/local/process/environment.ts'
import { endOrphan, type Lock, lockFolder } from '#infra/local/process/lock.ts'
import { logFailure } from '#infra/local/process/log.ts'
import type { Options } from '#infra/local/process/options.ts'
import { StartProblem } from '#infra/local/server/gateway.ts'
import { openAuditKey } from './auditKey.ts'
import { dropTable, type Engine, ensureTable } from './engine.ts'
import { keepEngine } from './engineKeeper.ts'
import { checkIdentityFiles } from './identityFiles.ts'
import { checkRecordsFile } from './recordsFile.ts'

/** How a folder's store is opened. */
interface StoreOptions {
  /** The product's address, which the functions are told. */
  readonly publicUrl: string
  /** Whether an engine at DYNAMODB_ENDPOINT is emptied; a folder is emptied by its owner. */
  readonly isNew?: boolean
  /** Whether a new key signs history from now on. */
  readonly hasNewAuditKey?: boolean
  /** Called when the engine has ended and is not started again, with the reason where there is one. */
  readonly onExit?: (reason?: unknown) => void
}

const restarted =
  (lock: Lock) =>
  (engineProcessId: number | undefined): void => {
    try {
      lock.update({ engineProcessId })
    } catch (error) {
      // A full disk may be why it ended, and it works without its number in the lock.
      logFailure('engine', error)
    }
    console.error('The embedded engine ended by itself and was started again; nothing acknowledged was lost.')
  }

/**
 * Opens the engine on the folder's file, or the one at DYNAMODB_ENDPOINT, with its table, and sets the environment of the
 * functions. Throws `StartProblem`, and has changed nothing, when a file is missing or damaged, or the records are of another
 * layout.
 */
export const openStore = async (folder: string, lock: Lock, options: StoreOptions): Promise<Engine> => {
  const path = join(folder, 'records.db')
  if (lock.orphan) await endOrphan(lock.orphan, path)
  const endpoint = process.env.DYNAMODB_ENDPOINT
  if (!options.isNew) {
    checkFiles(folder, !endpoint)
    readSecrets(folder)
    checkIdentityFiles(folder)
  }
  if (!endpoint) checkRecordsFile(folder, lock.isAfterCrash)
  const engine: Engine = endpoint
    ? { endpoint, stop: async () => {} }
    : await keepEngine(path, {
        onExit: options.onExit ?? (() => {}),
        onRestart: restarted(lock),
        checkFile: () => checkRecordsFile(folder, true),
      })
  try {
    lock.update({ engineProcessId: engine.processId })
    if (endpoint && options.isNew) await dropTable(endpoint, tableName())
    const isCreated = await ensureTable(engine.endpoint, tableDefinition(tableName()))
    if (isCreated) rmSync(projectionFolder(folder), { recursive: true, force: true })
    setEnvironment(folder, { dynamodb: engine.endpoint, publicUrl: options.publicUrl })
    await checkLayout(folder)
    await openAuditKey(folder, options.hasNewAuditKey)
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
