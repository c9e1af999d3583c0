import type { DecimalMark } from './plainDecimal.ts'
import type { TimePlace } from './readDay.ts'

/** What a text depends on that is read into a field: the zone and the currency of its record, and how numbers are written. */
export interface ReadingContext extends TimePlace {
  readonly currency: string
  readonly decimalMark: DecimalMark
  /** Amounts are whole minor units and shares whole basis points, as a column says whose own name ends in `Minor` or `Bp`. */
  readonly isStored?: boolean
}
