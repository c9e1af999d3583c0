import { schedules } from '#shared/declaration/schedules.ts'

/** One schedule: the function, the interval and the input. */
export interface TickRule {
  readonly name: string
  readonly calls: string
  readonly everyMinutes: number
  readonly input: object
}

/** The schedules of the product, and the sweeps for events and jobs that a stream or a queue did not deliver. */
export const ticks: readonly TickRule[] = [
  ...schedules.map(({ name, everyMinutes }) => ({ name, everyMinutes, calls: 'schedules', input: { tick: name } })),
  { name: 'sweep-outbox', everyMinutes: 1, calls: 'events', input: { sweep: true } },
  { name: 'sweep-jobs', everyMinutes: 1, calls: 'jobs', input: { sweep: true } },
]
