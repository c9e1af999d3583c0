import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { StartProblem } from '#infra/local/server/gateway.ts'

/** What a running instance tells about itself in its data folder. */
export type Instance = {
  processId: number
  /** The process's start time, which tells it from a later process of the same id. */
  startedAt: string
  url?: string
  isReady?: boolean
  /** Who knows it may ask the instance for a tick; only this user can read the file. */
  token?: string
  engineProcessId?: number
}

/** A data folder held by this process. */
export type Lock = { tell(more: Partial<Instance>): void; release(): void; orphan?: number }

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

/** The instance that works on the folder now, if any. */
export const runningInstance = (folder: string): Instance | undefined => {
  const told = read(lockOf(folder))
  return told && isAlive(told) ? told : undefined
}

/** Ends the engine a killed instance left behind, once its command line proves it serves this folder's file. */
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
 * Takes the folder for this process. The lock appears whole by a hard link, which fails when there is one; that of a
 * dead process is moved away first, and put back should another start have been faster.
 */
export const takeFolder = (folder: string): Lock => {
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
          tell: (more) => {
            own = { ...own, ...more }
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
