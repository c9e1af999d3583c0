import { plainText } from './plainText.ts'

const isoDay = /^(\d{4})([-/])(\d{1,2})\2(\d{1,2})(?:[T ]00:00(?::00(?:\.0+)?)?)?$/
const isoInstant =
  /^(\d{4}-\d\d-\d\d)[T ]((?:[01]\d|2[0-3]):[0-5]\d)(?::([0-5]\d)(?:[.,](\d{1,3})\d*)?)? ?(?:Z|([+-](?:0\d|1[0-4]))(?::?([0-5]\d))?)$/i

/** A day of the calendar as `YYYY-MM-DD`; undefined where the month has no such day. */
export function dayFrom(year = '', month = '', day = ''): string | undefined {
  const text = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  const at = Date.parse(`${text}T00:00Z`)
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(text) ? text : undefined
}

/** A day written with its year first, such as `1990-2-28`, also with a midnight behind it; undefined for any other text. */
export function readIsoDay(text: string): string | undefined {
  const [, year, , month, day] = isoDay.exec(plainText(text)) ?? []
  return dayFrom(year, month, day)
}

/**
 * The instant of a text that says day, time and offset from UTC, as `2026-11-20T08:15:00.000Z`; what is below a
 * millisecond is cut. Undefined for any other text, and for a day or a time that does not exist.
 */
export function readIsoInstant(text: string): string | undefined {
  const [, day = '', time, seconds = '00', fraction = '', hours, minutes = '00'] =
    isoInstant.exec(plainText(text)) ?? []
  const offset = hours ? `${hours}:${minutes}` : 'Z'
  return readIsoDay(day) && instantText(Date.parse(`${day}T${time}:${seconds}.${fraction.padEnd(3, '0')}${offset}`))
}

/** An instant as it is kept; undefined outside the years of four digits. */
export function instantText(at: number): string | undefined {
  const text = new Date(at).toISOString()
  return text.length === 24 ? text : undefined
}
