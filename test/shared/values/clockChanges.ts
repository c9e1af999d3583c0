import { offsetAt } from '#shared/values/zonedTime.ts'

export const hour = 3_600_000

/** Every time zone the runtime knows. */
export const zones = Intl.supportedValuesOf('timeZone')

const week = 168 * hour
const start = Date.parse('2026-01-01T00:00:00Z')

/** Each change of any zone's clocks in 2026 and 2027, to the minute. */
export const clockChanges = zones.flatMap((timeZone) =>
  Array.from({ length: 104 }, (_, index) => start + index * week)
    .filter((weekMs) => offsetAt(timeZone, weekMs) !== offsetAt(timeZone, weekMs + week))
    .map((weekMs) => ({ timeZone, at: changeIn(timeZone, weekMs, weekMs + week) })),
)

function changeIn(timeZone: string, from: number, to: number): number {
  let [low, high] = [from, to]
  while (high - low > 60_000) {
    const middle = Math.round((low + high) / 120_000) * 60_000
    if (offsetAt(timeZone, middle) === offsetAt(timeZone, from)) low = middle
    else high = middle
  }
  return high
}
