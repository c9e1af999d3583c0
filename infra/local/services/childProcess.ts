import { readFileSync } from 'node:fs'

/** Pause between two checks of the parent, in milliseconds. */
const everyMs = 500

/** The parent of a process, from field 4 of /proc/<pid>/stat (man proc_pid_stat); undefined where there is no /proc. */
export const parentOf = (processId: number): string | undefined => {
  try {
    return readFileSync(`/proc/${processId}/stat`, 'utf8')
      .replace(/^.*\) /s, '')
      .split(' ')[1]
  } catch {
    return undefined
  }
}

/**
 * Calls `stop` when the parent process is gone, which a process in the product's own network learns at once. With REDRESS_CHILD the parent holds our standard input. npm is two
 * processes above, and the shell between passes no signal on: without this check we would outlive a killed `npm start`.
 */
export const endWithParent = (stop: () => void): void => {
  process.on('disconnect', stop)
  if (process.env.REDRESS_CHILD) process.stdin.on('end', stop).resume()
  if (!process.env.npm_lifecycle_event || process.env.REDRESS_CHILD) return
  const family = () => `${process.ppid} ${parentOf(process.ppid)}`
  const before = family()
  const timer = setInterval(() => {
    if (family() === before) return
    clearInterval(timer)
    stop()
  }, everyMs)
  timer.unref()
}
