import { instantOf, wallAt } from '../zonedTime.ts'
import { instantText, readIsoInstant } from './isoTime.ts'
import { plainText } from './plainText.ts'
import { dayIn, type TimePlace } from './readDay.ts'
import { splitTime } from './splitTime.ts'

/**
 * An instant as it is kept, of a text with its offset from UTC, or of a day and what the zone's clocks then read. The first
 * of two readings in autumn, undefined for a reading that clocks skip in spring; a day alone is its beginning.
 */
export function readInstant(text: string, place: TimePlace): string | undefined {
  const iso = readIsoInstant(text)
  if (iso !== undefined) return iso
  const parts = splitTime(plainText(text))
  const day = parts && dayIn(parts.day, place)
  if (day === undefined) return undefined
  const wall = Date.parse(`${day}T00:00:00Z`) + (parts?.time ?? 0)
  if (parts?.offset !== undefined) return instantText(wall - parts.offset)
  const at = instantOf(place.zone, wall)
  return parts?.time === undefined || wallAt(place.zone, at) === wall ? instantText(at) : undefined
}
