import type { StatisticsRow } from '#shared/api/surveys.ts'
import type { Dimension } from '#shared/rules/surveys/cells.ts'

/** Ways to divide the answers that the page offers. */
export const divisions: readonly Dimension[] = ['department', 'doctor', 'site', 'mode', 'language']

/** A row with enough answers to be compared, and its certain share of worst answers. */
export interface WeakRow extends StatisticsRow {
  readonly n: number
  readonly bottomBox: number
  readonly bottomBoxInterval: readonly [number, number]
}

const isComparable = (row: StatisticsRow): row is WeakRow =>
  row.isRanked && row.n !== null && row.bottomBox !== null && row.bottomBoxInterval !== null

/** The weak points, worst first: ranked by the lower bound of the share of worst answers, those without any left out. */
export const weakest = (rows: readonly StatisticsRow[], most = 6): WeakRow[] =>
  rows
    .filter(isComparable)
    .filter(({ bottomBox }) => bottomBox > 0)
    .toSorted((a, b) => b.bottomBoxInterval[0] - a.bottomBoxInterval[0])
    .slice(0, most)

/** The months offered, newest first: this one and the eleven before it. */
export function months(today = new Date()): string[] {
  return Array.from({ length: 12 }, (_, back) =>
    new Date(Date.UTC(today.getUTCFullYear(), today.getUTCMonth() - back, 1)).toISOString().slice(0, 7),
  )
}
