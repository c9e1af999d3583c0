import type { DiskHealth } from '#infra/local/disk/diskHealth.ts'
import type { HttpFunction } from '#infra/local/server/api.ts'
import type { ClockWork } from './clock.ts'

type HttpModule = { handler: HttpFunction }
type EventsModule = Pick<ClockWork, 'sweep' | 'nextSweepAt'> & {
  listen(listener: (resource: string) => void): () => void
}
type JobsModule = { runJobs: ClockWork['work'] }
type SystemModule = {
  watchMachine(ask: () => DiskHealth): void
}
type SchedulesModule = { handler: ClockWork['tick']; open(): Promise<void>; close(): Promise<void> }

/** Imports an entry point by its name. It reads the environment, so the environment is set before. */
const entry = <T>(name: string): Promise<T> => import(`#functions/lambdas/${name}.ts`)

/** The handler of a Lambda of the API. */
export const loadHandler = async (name: string): Promise<HttpFunction> => (await entry<HttpModule>(name)).handler

/** Opens what the functions need to answer lists. */
export const openFunctions = async (): Promise<void> => (await entry<SchedulesModule>('schedules')).open()

/** Closes what the functions hold open. */
export const closeFunctions = async (): Promise<void> => (await entry<SchedulesModule>('schedules')).close()

/** The functions that the clock calls. */
export const background = {
  tick: async (event: { tick: string; at: string }) => (await entry<SchedulesModule>('schedules')).handler(event),
  sweep: async () => (await entry<EventsModule>('events')).sweep(),
  nextSweepAt: async () => (await entry<EventsModule>('events')).nextSweepAt(),
  work: async () => (await entry<JobsModule>('jobs')).runJobs(),
}

/** Calls a listener with the resource of every record that the functions write. */
export const listenToWrites = async (listener: (resource: string) => void): Promise<() => void> =>
  (await entry<EventsModule>('events')).listen(listener)

/** Tells health what the machine finds. */
export const watchMachine = async (ask: () => DiskHealth): Promise<void> =>
  (await entry<SystemModule>('system')).watchMachine(ask)
