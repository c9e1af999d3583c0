import { Cron } from 'croner'
import { logFailure } from './log.ts'

/** What runs by itself: ticks of the schedules, the outbox sweeper and the job worker. */
export type ClockWork = {
  schedules: readonly { name: string; everyMinutes: number }[]
  tick(event: { tick: string; at: string }): Promise<unknown>
  /** Drains the outbox once and says how many events it handled. */
  sweep(): Promise<number>
  /** Runs due jobs once and says how many it touched. */
  work(): Promise<number>
}

/** Pause between two looks at an empty outbox or job list, in milliseconds; on AWS a stream wakes within a second. */
const idleMs = 250

/** Pause after a failure, in milliseconds. */
const failedMs = 2000

/** How long a stop waits for a job that runs; a job cut off resumes where it saved, in milliseconds. */
const patienceMs = 3000

/** Calls `once` again and again, at once while there is work, after a pause when there is none. */
const repeat = (name: string, once: () => Promise<number>) => {
  let isStopped = false
  let wake = () => {}
  const pause = (ms: number) =>
    new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, ms)
      wake = () => {
        clearTimeout(timer)
        resolve()
      }
    })
  const run = async () => {
    let isFailing = false
    while (!isStopped) {
      try {
        const handled = await once()
        isFailing = false
        if (handled === 0 && !isStopped) await pause(idleMs)
      } catch (error) {
        if (!isFailing) logFailure(name, error) // the first of a row tells enough
        isFailing = true
        if (!isStopped) await pause(failedMs)
      }
    }
  }
  const running = run()
  return async () => {
    isStopped = true
    wake()
    await running
  }
}

/** Names of the schedules due in the minute of `now`, counted in UTC from the epoch as a rate in the cloud would. */
export const dueSchedules = (schedules: ClockWork['schedules'], now: Date): string[] => {
  const minute = Math.floor(now.getTime() / 60_000)
  return schedules.filter(({ everyMinutes }) => minute % everyMinutes === 0).map(({ name }) => name)
}

/** Starts the clock; `isManual` leaves the ticks to whoever asks for them, so that a test decides when time passes. */
export const startClock = (work: ClockWork, isManual: boolean): { stop(): Promise<void> } => {
  const tickAll = async (time: Date) => {
    const now = new Date(Math.floor(time.getTime() / 60_000) * 60_000).toISOString()
    for (const tick of dueSchedules(work.schedules, time))
      await work.tick({ tick, at: now }).catch((error) => logFailure(`tick ${tick}`, error))
  }
  const everyMinute = isManual
    ? undefined
    : new Cron('* * * * *', { timezone: 'UTC', protect: true }, () => tickAll(new Date()))
  const stops = [repeat('outbox sweeper', work.sweep), repeat('job worker', work.work)]
  return {
    stop: async () => {
      everyMinute?.stop()
      const stopped = Promise.all(stops.map((stop) => stop()))
      await Promise.race([stopped, new Promise((resolve) => setTimeout(resolve, patienceMs).unref())])
    },
  }
}
