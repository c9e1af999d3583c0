import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { StartProblem } from '#infra/local/server/gateway.ts'

/** The facts of a running instance, written into its data folder. */
export type Instance = {
  processId: number
  /** The start time of the process: a later process may have the same id. */
  startedAt: string
  url?: string
  isReady?: boolean
  /** Where the mails are shown; only this user can read it. */
  mailUrl?: string
  /** The permission to run a tick in the instance; only this user can read the file. */
  token?: string
  engineProcessId?: number
}

/** The lock of this process on a data folder; `orphan` is the engine of an instance that did not end by a stop. */
export type Lock = {
  update(facts: Partial<Instance>): void
  release(): void
  isAfterCrash: boolean
  orphan?: number
}

const lockOf = (folder: string) => join(folder, 'instance.json')

/** Field 22 of /proc/<pid>/stat (man proc_pid_stat), read after the name, which may hold spaces; a zombie is dead. */
const startOf = (processId: number) => {
  try {
    const fields = readFileSync(`/proc/${processId}/stat`, 'utf8')
      .replace(/^.*\) /s, '')
      .split(' ')
    return fields[0] === 'Z' ? undefined : fields[19]
  } catch {
    return undefined
  }
}

const isAlive = ({ processId, startedAt }: Instance) => {
  if (process.platform === 'linux') return startOf(processId) === startedAt
  try {
    return process.kill(processId, 0)
  } catch {
    return false
  }
}

const read = (path: string): Instance | undefined => {
  try {
    return JSON.parse(readFileSync(path, 'utf8'))
  } catch {
    return undefined
  }
}

/** The instance that runs on the folder now, or undefined. */
export const runningInstance = (folder: string): Instance | undefined => {
  const instance = read(lockOf(folder))
  return instance && isAlive(instance) ? instance : undefined
}

/** Ends the engine of a killed instance, if its command line proves that it serves this folder's file. */
export const endOrphan = async (processId: number, path: string): Promise<void> => {
  const commandLine = () => {
    try {
      return readFileSync(`/proc/${processId}/cmdline`, 'utf8').split('\0')
    } catch {
      return []
    }
  }
  const isOurs = () => commandLine().some((part) => part.endsWith('/dynoxide')) && commandLine().includes(path)
  for (let attempt = 0; attempt < 100 && isOurs(); attempt++) {
    process.kill(processId, attempt < 50 ? 'SIGTERM' : 'SIGKILL')
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}

/**
 * Locks the folder for this process; throws StartProblem when another instance has it. A hard link creates the lock as a
 * whole and fails when there is one. The lock of a dead process is moved away before, and put back when another start
 * was faster.
 */
export const lockFolder = (folder: string): Lock => {
  const path = lockOf(folder)
  let own: Instance = { processId: process.pid, startedAt: startOf(process.pid) ?? '' }
  const draft = `${path}.${process.pid}`
  const write = (to: string) => writeFileSync(to, JSON.stringify(own), { mode: 0o600 })
  const refuse = ({ processId, url }: Instance): never => {
    const where = url ? ` at ${url}` : ''
    throw new StartProblem(
      `Redress is already running${where} (process ${processId}) on the data in ${folder}. Use that one, or stop it first.`,
    )
  }
  write(draft)
  try {
    for (let attempt = 0; ; attempt++) {
      const holder = read(path)
      if (holder && isAlive(holder)) refuse(holder)
      if (holder || attempt > 0) moveAway(path, refuse)
      try {
        linkSync(draft, path)
        return {
          orphan: holder?.engineProcessId,
          isAfterCrash: holder !== undefined || attempt > 0,
          update: (facts) => {
            own = { ...own, ...facts }
            write(draft)
            renameSync(draft, path)
          },
          release: () => {
            if (read(path)?.processId === process.pid) rmSync(path, { force: true })
          },
        }
      } catch (error) {
        if (attempt > 20) throw error
      }
    }
  } finally {
    rmSync(draft, { force: true })
  }
}

const moveAway = (path: string, refuse: (holder: Instance) => never) => {
  const aside = `${path}.stale.${process.pid}`
  try {
    renameSync(path, aside)
  } catch {
    return
  }
  const moved = read(aside)
  if (moved && isAlive(moved)) {
    renameSync(aside, path)
    refuse(moved)
  }
  rmSync(aside, { force: true })
}
