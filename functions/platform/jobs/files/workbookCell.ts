import { problem } from '#shared/declaration/problem.ts'
import { guard } from '#shared/values/csv.ts'
import { formatMinor, minorDigits } from '#shared/values/money.ts'
import { serialOf } from '#shared/values/workbook/serialDay.ts'
import { instantOf, wallAt } from '#shared/values/zonedTime.ts'
import type { FileCell, FileColumn, RecordPlace } from './fileForm.ts'

/** Places of the styles of a workbook, in the order in which `stylesXml` writes them. */
export const styles = { text: 1, guarded: 2, heading: 3, plain: 4, day: 5, instant: 6, share: 7, amount: 8 } as const

/** Whether a style is of a cell that holds a number; days and instants are numbers with a format. */
export const isNumeric = (style: number | undefined): boolean => style !== undefined && style >= styles.plain

/** Characters a cell holds at the most, a limit of Excel. */
const longestCell = 32_767

const decimal = /^-?\d+(\.\d+)?$/

/**
 * A field as a cell of a workbook: amounts with their currency's decimals, instants by the site's clock, percentages as
 * such, and everything else as text, so that numbers of records and phones keep their zeros and plus signs. Throws the
 * problem of a text that no cell can hold.
 */
export function workbookCell({ title, field }: FileColumn, text: string, place: RecordPlace): FileCell {
  if (text === '') return { text, style: styles.text }
  switch (field?.kind) {
    case 'money':
      if (!Number.isSafeInteger(Number(text))) break
      return { text: formatMinor(Number(text), place.currency), style: styles.amount + minorDigits(place.currency) }
    case 'basisPoints':
      return { text: formatMinor(Number(text), 'UYW'), style: styles.share }
    case 'integer':
    case 'number':
      if (!decimal.test(text)) break
      return { text, style: styles.plain }
    case 'day':
      return serialCell(text, Date.parse(`${text}T00:00:00Z`), styles.day)
    case 'instant':
      return instantCell(text, place.timeZone)
  }
  if (text.length > longestCell) throw problem('CELL_LONG', { name: title })
  // Without the mark a spreadsheet makes a formula of such a text as soon as somebody edits its cell.
  return { text, style: guard(text) === text ? styles.text : styles.guarded }
}

/** The clock of the site; in autumn, where it shows the same hour twice, the later one is a text with its offset. */
function instantCell(text: string, timeZone: string): FileCell {
  const at = Date.parse(text)
  const wall = wallAt(timeZone, at)
  return instantOf(timeZone, wall) === at ? serialCell(text, wall, styles.instant) : { text, style: styles.text }
}

function serialCell(text: string, wall: number, style: number): FileCell {
  const serial = serialOf(wall)
  // Ten decimals are a hundredth of a millisecond.
  return serial === undefined ? { text, style: styles.text } : { text: String(Number(serial.toFixed(10))), style }
}
