import { formatMinor } from '#shared/values/money.ts'
import { wallAt } from '#shared/values/zonedTime.ts'
import type { FileColumn, RecordPlace } from '../fileForm.ts'

const decimal = /^-?\d+(\.\d+)?$/
const numeric: readonly string[] = ['money', 'basisPoints', 'integer', 'number']

/** Whether a column holds numbers, which stand below one another by their ends. */
export const isNumberColumn = ({ field }: FileColumn): boolean => numeric.includes(field?.kind ?? '')

/** Groups of three digits before the decimal point. */
const grouped = (text: string): string => text.replace(/\B(?=(\d{3})+(?!\d))(?<!\.\d*)/g, ',')

/** A field as a person reads it: amounts with their currency's decimals, instants by the site's clock, choices in words. */
export function pdfCell({ field, labels = {} }: FileColumn, text: string, place: RecordPlace): string {
  switch (text === '' ? '' : field?.kind) {
    case 'money':
      return Number.isSafeInteger(Number(text)) ? grouped(formatMinor(Number(text), place.currency)) : text
    case 'basisPoints':
      return Number.isSafeInteger(Number(text)) ? `${formatMinor(Number(text), '')}%` : text
    case 'integer':
    case 'number':
      return decimal.test(text) ? grouped(text) : text
    case 'instant': {
      const wall = wallAt(place.timeZone, Date.parse(text))
      return Number.isFinite(wall) ? new Date(wall).toISOString().slice(0, 16).replace('T', ' ') : text
    }
    case 'choice':
    case 'boolean':
    case 'term':
      return labels[text] ?? text
    case 'choices':
      return text
        .split(';')
        .map((each) => labels[each] ?? each)
        .join(', ')
    default:
      return text
  }
}
