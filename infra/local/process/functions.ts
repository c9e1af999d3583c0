import type { Handler } from '#infra/local/server/api.ts'
import type { Work } from './clock.ts'

type Entry = { handler: Handler }
type Sweeper = { sweep: Work['sweep'] }
type Worker = { work: Work['work'] }
type Ticker = { handler: Work['tick'] }

/** Imports a function's entry by its name; entries read their configuration, so this comes after setting it. */
const entry = <T>(name: string): Promise<T> => import(`#functions/lambdas/${name}.ts`)

/** The entry of a context of the API. */
export const loadHandler = async (context: string): Promise<Handler> => (await entry<Entry>(context)).handler

/** What runs by itself, as the clock calls it. */
export const background = {
  tick: async (event: { tick: string; at: string }) => (await entry<Ticker>('schedules')).handler(event),
  sweep: async () => (await entry<Sweeper>('events')).sweep(),
  work: async () => (await entry<Worker>('jobs')).work(),
}
