import type { HttpFunction } from '#infra/local/server/api.ts'
import type { ClockWork } from './clock.ts'

type HttpModule = { handler: HttpFunction }
type EventsModule = { sweep: ClockWork['sweep'] }
type JobsModule = { runJobs: ClockWork['work'] }
type SchedulesModule = { handler: ClockWork['tick'] }

/** Imports an entry point by its name. It reads the environment, so the environment is set before. */
const entry = <T>(name: string): Promise<T> => import(`#functions/lambdas/${name}.ts`)

/** The handler of a Lambda of the API. */
export const loadHandler = async (name: string): Promise<HttpFunction> => (await entry<HttpModule>(name)).handler

/** The functions that the clock calls. */
export const background = {
  tick: async (event: { tick: string; at: string }) => (await entry<SchedulesModule>('schedules')).handler(event),
  sweep: async () => (await entry<EventsModule>('events')).sweep(),
  work: async () => (await entry<JobsModule>('jobs')).runJobs(),
}
