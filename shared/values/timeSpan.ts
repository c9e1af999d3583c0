import { instantOf } from './zonedTime.ts'

/** A span of instants in milliseconds since 1970, the end not included. */
export interface TimeSpan {
  readonly from: number
  readonly to: number
}

/** Whether a text is a day, a month or a year, and not an instant. */
export const isDayText = (text: string): boolean => !text.includes('T')

/** The text of the day, month or year that follows one. */
export function nextDayText(text: string): string {
  const [year = 0, month, day] = text.split('-').map(Number)
  const next = new Date(
    Date.UTC(
      month === undefined ? year + 1 : year,
      (month ?? 1) - (day === undefined && month !== undefined ? 0 : 1),
      day === undefined ? 1 : day + 1,
    ),
  )
  return next.toISOString().slice(0, text.length)
}

/** The instants of a day, a month or a year in a zone; the exact instant, as a span of a millisecond, for any other text. */
export function timeSpan(text: string, timeZone: string): TimeSpan {
  if (!isDayText(text)) {
    const at = Date.parse(text)
    return { from: at, to: at + 1 }
  }
  return { from: midnightOf(text, timeZone), to: midnightOf(nextDayText(text), timeZone) }
}

const midnightOf = (text: string, timeZone: string): number =>
  instantOf(timeZone, Date.parse(`${text}${'-01-01'.slice(text.length - 4)}T00:00:00.000Z`))
