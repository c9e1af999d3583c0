import type { HttpFunction } from '#infra/local/server/api.ts'
import type { ClockWork } from './clock.ts'

type HttpModule = { handler: HttpFunction }
type EventsModule = { sweep: ClockWork['sweep'] }
type JobsModule = { work: ClockWork['work'] }
type SchedulesModule = { handler: ClockWork['tick'] }

/** Imports a function's entry by its name; entries read their configuration, so this comes after setting it. */
const entry = <T>(name: string): Promise<T> => import(`#functions/lambdas/${name}.ts`)

/** The entry of a context of the API. */
export const loadHandler = async (context: string): Promise<HttpFunction> => (await entry<HttpModule>(context)).handler

/** What runs by itself, as the clock calls it. */
export const background = {
  tick: async (event: { tick: string; at: string }) => (await entry<SchedulesModule>('schedules')).handler(event),
  sweep: async () => (await entry<EventsModule>('events')).sweep(),
  work: async () => (await entry<JobsModule>('jobs')).work(),
}
