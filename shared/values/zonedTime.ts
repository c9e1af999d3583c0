/** Milliseconds of a civil day: what a wall clock advances by, whatever the zone does. */
export const civilDay = 86_400_000

const formatters = new Map<string, Intl.DateTimeFormat>()

function formatterOf(timeZone: string): Intl.DateTimeFormat {
  let formatter = formatters.get(timeZone)
  if (!formatter) {
    formatter = new Intl.DateTimeFormat('en-US-u-ca-gregory-nu-latn', {
      timeZone,
      hourCycle: 'h23',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
    })
    formatters.set(timeZone, formatter)
  }
  return formatter
}

/** Whether the name is a time zone of the IANA database. */
export function isTimeZone(timeZone: string): boolean {
  try {
    return formatterOf(timeZone) !== undefined
  } catch {
    return false
  }
}

/** What a wall clock in the zone reads at an instant, as milliseconds since 1970 had it run in UTC. */
export function wallAt(timeZone: string, index: number): number {
  return index + offsetAt(timeZone, index)
}

/** Milliseconds within which an offset stays: every change of the IANA database since 1973 falls on a full minute. */
const minute = 60_000
/** Most offsets to keep; reading one from a formatted date costs a thousand times as much as keeping it. */
const mostKept = 20_000
const kept = new Map<string, number>()

/** Milliseconds by which the zone's wall clock is ahead of UTC at an instant. */
export function offsetAt(timeZone: string, index: number): number {
  const key = `${timeZone}|${Math.floor(index / minute)}`
  const known = kept.get(key)
  if (known !== undefined) return known
  if (kept.size >= mostKept) kept.clear()
  const offset = readOffset(timeZone, index)
  kept.set(key, offset)
  return offset
}

function readOffset(timeZone: string, index: number): number {
  const second = Math.floor(index / 1000) * 1000
  const read = /(\d+)\/(\d+)\/(\d+), (\d+):(\d+):(\d+)/.exec(formatterOf(timeZone).format(second))
  if (!read) throw new RangeError(`No wall clock for ${timeZone}.`)
  const [month = 0, day = 0, year = 0, hour = 0, minute = 0, seconds = 0] = read.slice(1).map(Number)
  return Date.UTC(year, month - 1, day, hour, minute, seconds) - second
}

/**
 * The first instant at which the zone's wall clock reads `wall` or later: the first of two readings on the day clocks
 * go back, the moment of the change for a reading that is skipped when they go forward.
 */
export function instantOf(timeZone: string, wall: number): number {
  const offsets = [offsetAt(timeZone, wall - civilDay), offsetAt(timeZone, wall + civilDay)]
  const readings = offsets.map((offset) => wall - offset).filter((index) => wallAt(timeZone, index) === wall)
  if (readings.length > 0) return Math.min(...readings)
  return changeBetween(timeZone, wall - Math.max(...offsets), wall - Math.min(...offsets))
}

/** The reading of a wall clock that waits, when clocks go back, until the repeated time is over: it never runs backwards. */
export function steadyWallAt(timeZone: string, index: number): number {
  const wall = wallAt(timeZone, index)
  const first = instantOf(timeZone, wall)
  if (first >= index) return wall
  return changeBetween(timeZone, first, index) + offsetAt(timeZone, first)
}

/** The civil day of a wall reading, as `YYYY-MM-DD`. */
export function dayOf(wall: number): string {
  return new Date(wall).toISOString().slice(0, 10)
}

function changeBetween(timeZone: string, before: number, after: number): number {
  const offset = offsetAt(timeZone, before)
  let [low, high] = [before, after]
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2)
    if (offsetAt(timeZone, middle) === offset) low = middle
    else high = middle
  }
  return high
}
