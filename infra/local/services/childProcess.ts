import { readFileSync } from 'node:fs'

/** Pause between two looks at who started us, in milliseconds. */
const everyMs = 500

/** The parent of a process, from field 4 of /proc/<pid>/stat (man proc_pid_stat); undefined where there is no /proc. */
const parentOf = (processId: number) => {
  try {
    return readFileSync(`/proc/${processId}/stat`, 'utf8')
      .replace(/^.*\) /s, '')
      .split(' ')[1]
  } catch {
    return undefined
  }
}

/**
 * Calls `stop` when whoever started this process is gone. A test holds our standard input (REDRESS_LEASH). npm stands
 * two steps above, with a shell between that passes no signal on: without this, a killed `npm start` would leave us.
 */
export const onStarterGone = (stop: () => void): void => {
  if (process.env.REDRESS_LEASH) process.stdin.on('end', stop).resume()
  if (!process.env.npm_lifecycle_event || process.env.REDRESS_LEASH) return
  const family = () => `${process.ppid} ${parentOf(process.ppid)}`
  const before = family()
  const timer = setInterval(() => {
    if (family() === before) return
    clearInterval(timer)
    stop()
  }, everyMs)
  timer.unref()
}
