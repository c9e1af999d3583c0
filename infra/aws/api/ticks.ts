import { schedules } from '#shared/declaration/schedules.ts'

/** One clock: which function it calls, how often, and with what. */
export interface TickRule {
  readonly name: string
  readonly calls: string
  readonly everyMinutes: number
  readonly input: object
}

/** The schedules of the product, and the sweeps that catch what a stream or a queue has lost. */
export const ticks: readonly TickRule[] = [
  ...schedules.map(({ name, everyMinutes }) => ({ name, everyMinutes, calls: 'schedules', input: { tick: name } })),
  { name: 'sweep-outbox', everyMinutes: 1, calls: 'events', input: { sweep: true } },
  { name: 'sweep-jobs', everyMinutes: 1, calls: 'jobs', input: { sweep: true } },
]
