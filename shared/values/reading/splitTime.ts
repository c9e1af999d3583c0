/** A plain text taken apart: what says the day, the time of day in milliseconds if one is said, and its offset from UTC. */
interface TimeParts {
  readonly day: string
  readonly time?: number
  readonly offset?: number
}

const morning = 'am|a\\.m\\.|ص|صباحا|صباحًا|上午|priekšpusdienā'
const evening = 'pm|p\\.m\\.|م|مساء|مساءً|下午|pēcpusdienā'
const half = `(${morning}|${evening})`
const clock = '(\\d{1,2}):(\\d\\d)(?::(\\d\\d)(?:[.,](\\d{1,9}))?)?'
const utc = 'utc|gmt|غرينتش'
const zone = `(?: ?(?:(z|${utc})|(?:${utc})? ?([+-])(\\d{1,2})(?::?(\\d\\d))?))?`
// Only Chinese says it before the time: an Arabic letter there ends a year.
const timeBehind = new RegExp(`^(.*?)(?:(上午|下午) ?)?${clock}(?: ?${half})?${zone}$`, 'i')
const isEvening = new RegExp(`^(?:${evening})$`, 'i')

// What stands between a day and a time: a comma, the T of ISO 8601, or the word of a language.
const joint = /(?:[\s,،]+(?:at|في|الساعة|في الساعة|alle|alle ore|ore|plkst\.?)?|(?<=\d)T)[\s,،]*$/i
// Chinese writes the zone between the day and the time.
const chineseZone = /^(.*[日号].*?) ((?:GMT|UTC)[+-]?[\d:]*) (\d{1,2}:[\d:]+)$/
const chineseClock = /(\d{1,2}) ?[时時点點] ?(\d{1,2}) ?分?(?: ?(\d{1,2}) ?秒)?/

/** No day with its time is longer; what is would only take long to be refused. */
const longest = 100

/** Parts a plain text into its day and its time of day; a text without a time is a day. Undefined for a time that no clock shows. */
export function splitTime(text: string): TimeParts | undefined {
  if (text.length > longest) return undefined
  const written = text
    .replace(chineseZone, '$1 $3$2')
    .replace(
      chineseClock,
      (_, hours, minutes, seconds) => `${hours}:${two(minutes)}${seconds ? `:${two(seconds)}` : ''}`,
    )
  const match = timeBehind.exec(written)
  if (!match) return { day: text }
  const [, before = '', early, hours, minutes, seconds, fraction, late, isUtc, sign, ahead, aheadMinutes] = match
  const day = before.replace(joint, '')
  const time = timeOf(inDay(hours, early ?? late), minutes, seconds, fraction)
  const offset = isUtc ? 0 : sign ? offsetOf(sign, ahead, aheadMinutes) : undefined
  // A day runs into a time only where Chinese writes it so: "1990-02-2810:00" is neither.
  const isParted = day !== before || /[日号]$/.test(day) || early !== undefined
  if (time === undefined || (sign && offset === undefined) || (early && late) || !isParted) return undefined
  return { day, time, offset }
}

// Milliseconds since midnight; none for a time that no clock shows.
function timeOf(hours: string, minutes = '', seconds = '0', fraction = ''): number | undefined {
  if (Number(hours) > 23 || Number(minutes) > 59 || Number(seconds) > 59) return undefined
  const milliseconds = Number(fraction.slice(0, 3).padEnd(3, '0'))
  return ((Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds)) * 1000 + milliseconds
}

// Milliseconds ahead of UTC; none beyond the fourteen hours that there are.
function offsetOf(sign: string, hours = '', minutes = '0'): number | undefined {
  const size = Number(hours) * 60 + Number(minutes)
  return size > 14 * 60 || Number(minutes) > 59 ? undefined : (sign === '-' ? -size : size) * 60_000
}

/** An hour as a clock of 24 hours shows it; an hour that no half of a day has is the 24th, which no clock shows. */
function inDay(hours = '', half?: string): string {
  if (!half) return hours
  const hour = Number(hours)
  return hour < 1 || hour > 12 ? '24' : String((hour % 12) + (isEvening.test(half) ? 12 : 0))
}

const two = (text: string): string => text.padStart(2, '0')
