import { Cron } from 'croner'
import { logFailure } from './log.ts'

/** The functions that the clock runs: ticks of the schedules, the outbox sweeper and the job worker. */
export type ClockWork = {
  schedules: readonly { name: string; everyMinutes: number }[]
  tick(event: { tick: string; at: string }): Promise<unknown>
  /** Drains the outbox once; returns the number of events. */
  sweep(): Promise<number>
  /** When the first of the events that failed is due again, UTC; undefined when none waits. */
  nextSweepAt(): Promise<string | undefined>
  /** Runs due jobs once; returns their number. */
  work(): Promise<number>
}

/** The longest pause after an empty outbox or job list, in milliseconds; a write ends it, as the stream does on AWS. */
const idleMs = 10_000

/** The shortest pause, in milliseconds: what is due but taken by another worker is not asked for without end. */
const shortestMs = 50

/** A running clock. */
export type ClockHandle = {
  /** Ends the pauses of what has to do with a resource, for a record of it was written. */
  wake(resource: string): void
  stop(): Promise<void>
}

/** Pause after a failure, in milliseconds. */
const failedMs = 2000

/** The longest wait for a running job at a stop, in milliseconds; the job continues at the next start where it saved. */
const stopMs = 3000

/** The pause until something is due, in milliseconds. */
const pauseUntil = (dueAt: string | undefined): number =>
  dueAt === undefined ? idleMs : Math.min(idleMs, Math.max(shortestMs, Date.parse(dueAt) - Date.now()))

/**
 * Calls `once` repeatedly: immediately while there is work, else after a pause that `wake` ends, and that lasts no longer
 * than until `nextAt`.
 */
const repeat = (
  name: string,
  once: () => Promise<number>,
  nextAt = async (): Promise<string | undefined> => undefined,
) => {
  let isStopped = false
  let isWoken = false
  let end = () => {}
  const wake = () => {
    isWoken = true
    end()
  }
  const pause = (ms: number) =>
    new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, ms)
      end = () => {
        clearTimeout(timer)
        resolve()
      }
      if (isWoken) end()
    })
  const run = async () => {
    let isFailing = false
    while (!isStopped) {
      try {
        isWoken = false
        const handled = await once()
        isFailing = false
        if (handled === 0 && !isStopped) await pause(pauseUntil(await nextAt()))
      } catch (error) {
        if (!isFailing) logFailure(name, error) // one line for a row of failures
        isFailing = true
        isWoken = false
        if (!isStopped) await pause(failedMs)
      }
    }
  }
  const running = run()
  const stop = async () => {
    isStopped = true
    wake()
    await running
  }
  return { wake, stop }
}

/** Names of the schedules due in the minute of `now`, counted in UTC from the epoch. */
export const dueSchedules = (schedules: ClockWork['schedules'], now: Date): string[] => {
  const minute = Math.floor(now.getTime() / 60_000)
  return schedules.filter(({ everyMinutes }) => minute % everyMinutes === 0).map(({ name }) => name)
}

/** Starts the clock; with `isManual` ticks run only by request, so that a test decides when time passes. */
export const startClock = (work: ClockWork, isManual: boolean): ClockHandle => {
  const tickAll = async (time: Date) => {
    const now = new Date(Math.floor(time.getTime() / 60_000) * 60_000).toISOString()
    for (const tick of dueSchedules(work.schedules, time))
      await work.tick({ tick, at: now }).catch((error) => logFailure(`tick ${tick}`, error))
  }
  const everyMinute = isManual
    ? undefined
    : new Cron('* * * * *', { timezone: 'UTC', protect: true }, () => tickAll(new Date()))
  const sweeper = repeat('outbox sweeper', work.sweep, work.nextSweepAt)
  const worker = repeat('job worker', work.work)
  return {
    wake: (resource) => {
      sweeper.wake()
      if (resource === 'jobs') worker.wake()
    },
    stop: async () => {
      everyMinute?.stop()
      const stopped = Promise.all([sweeper.stop(), worker.stop()])
      await Promise.race([stopped, new Promise((resolve) => setTimeout(resolve, stopMs).unref())])
    },
  }
}
