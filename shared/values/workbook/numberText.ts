import { timeOf, wallOf } from './serialDay.ts'

/** What a number in a cell is, by the format that it is shown in. */
export type NumberLook = 'plain' | 'date' | 'share'

/** Built-in formats of days and times, and of shares (ECMA-376, 18.8.30). */
const dates: readonly (readonly [first: number, last: number])[] = [
  [14, 22],
  [27, 36],
  [45, 47],
  [50, 58],
]
const shares = [9, 10]

/** Days by which a count from 1904 is behind. */
const from1904 = 1462

/** What a format shows numbers as. */
export function lookOf(id: number, code: string | undefined): NumberLook {
  if (shares.includes(id)) return 'share'
  if (dates.some(([first, last]) => id >= first && id <= last)) return 'date'
  if (code === undefined) return 'plain'
  const letters = code.replace(/"[^"]*"|\\.|_.|\*.|\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi, '').split(';')[0] ?? ''
  if (letters.includes('%')) return 'share'
  return !/general/i.test(letters) && /[ymdhsb]/i.test(letters) ? 'date' : 'plain'
}

/**
 * A number of a cell as a text: a plain decimal, a share such as `15.5%`, a day such as `2026-11-20`, or a wall clock such
 * as `2026-11-20T14:05:00` or `14:05`. A serial number that is no certain day stays a number.
 */
export function numberText(value: string, look: NumberLook, is1904: boolean): string {
  const number = Number(value)
  if (value.trim() === '' || !Number.isFinite(number)) return value
  if (look === 'share') return `${decimal(Number((number * 100).toPrecision(12)))}%`
  return (look === 'date' && wallText(number, is1904)) || decimal(number)
}

function wallText(number: number, is1904: boolean): string | undefined {
  if (number >= 0 && number < 1) return timeOf(number)
  const wall = wallOf(number + (is1904 ? from1904 : 0))
  return wall === undefined ? undefined : shortWall(new Date(wall).toISOString().slice(0, 23))
}

/** A wall clock without what is nothing: a day at midnight is the day, a full second has no thousandths. */
export const shortWall = (wall: string): string => wall.replace(/T00:00(:00(\.0+)?)?$/, '').replace(/\.0+$/, '')

// A spreadsheet shows fifteen digits and calculates with more, of which the last are noise. An exponent would be no decimal to a field.
const decimal = (number: number): string => {
  const text = String(Number(number.toPrecision(15)))
  return text.includes('e')
    ? number.toFixed(Math.abs(number) < 1 ? 20 : 0).replace(/\.?0+$/, (tail) => (tail.startsWith('.') ? '' : tail))
    : text
}
