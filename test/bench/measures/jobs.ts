import type { Connection, TimedAnswer } from '#test/bench/product/connection.ts'
import { until } from '#test/bench/timings.ts'

/** The longest a job may take, in milliseconds. */
const jobMs = 20 * 60_000

/** Looks at the job that an answer names until it has ended; undefined when it does not end. */
export function ended(person: Connection, started: TimedAnswer, everyMs: number) {
  const { job } = started.json()
  const look = async () => {
    const state = (await person.get(`/api/jobs/${job}`)).json()
    return ['done', 'failed', 'cancelled'].includes(state.status) ? state : undefined
  }
  return until(look, jobMs, everyMs)
}

/** A filter that about `limit` of `size` cases match: cases are spread evenly over two years. */
export const filterFor = (size: number, limit: number) =>
  size <= limit
    ? {}
    : { receivedAt_gte: new Date(Date.now() - (limit / size) * 730 * 86_400_000).toISOString().slice(0, 10) }
