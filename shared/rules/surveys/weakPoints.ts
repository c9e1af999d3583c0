import {
  benjaminiHochberg,
  type Interval,
  newcombe,
  type Proportion,
  pooledTest,
  wilson,
} from '#shared/values/intervals.ts'
import { mayCompare } from './disclosure.ts'

/** A cell whose bottom-box answers are counted. */
export type RankedCell = { id: string; bottom: number; n: number }
export type WeakPoint = RankedCell & { lowerBound: number }

/** Cells by the lower Wilson bound of their bottom-box share, worst first; cells under 30 answers stay unranked. */
export function rankWeakPoints(cells: readonly RankedCell[]): { ranked: WeakPoint[]; notRanked: RankedCell[] } {
  const ranked = cells
    .filter((cell) => mayCompare(cell.n))
    .map((cell) => ({ ...cell, lowerBound: wilson({ count: cell.bottom, n: cell.n })?.[0] ?? 0 }))
    .sort((a, b) => b.lowerBound - a.lowerBound || b.n - a.n || (a.id < b.id ? -1 : 1))
  return { ranked, notRanked: cells.filter((cell) => !mayCompare(cell.n)) }
}

/** One cell in two periods, counted by the same answers. */
export type Comparison = { id: string; before: Proportion; after: Proportion }
export type RateChange = Comparison & {
  difference: number | null
  interval: Interval | null
  p: number | null
  isFlagged: boolean
}

const leastDifference = 0.05

/**
 * The change of each cell, flagged where the Newcombe interval leaves out 0, the difference is five points or more,
 * both periods have 30 answers, and the test survives Benjamini-Hochberg over all cells tested.
 */
export function flagChanges(comparisons: readonly Comparison[], q = 0.05): RateChange[] {
  const tested = comparisons.filter(({ before, after }) => mayCompare(before.n) && mayCompare(after.n))
  const pValues = tested.map(({ before, after }) => pooledTest(after, before)?.p ?? 1)
  const survives = benjaminiHochberg(pValues, q)
  return comparisons.map((comparison) => {
    const { before, after } = comparison
    const index = tested.indexOf(comparison)
    if (index < 0) return { ...comparison, difference: null, interval: null, p: null, isFlagged: false }
    const interval = newcombe(after, before)
    const isFlagged = (survives[index] ?? false) && excludesZero(interval) && reachesLeastDifference(before, after)
    const difference = after.count / after.n - before.count / before.n
    return { ...comparison, difference, interval, p: pValues[index] ?? null, isFlagged }
  })
}

/** What became of an improvement action: the Newcombe interval of the favourable share after less before. */
export function improvementResult(
  before: Proportion,
  after: Proportion,
): 'improved' | 'unchanged' | 'worse' | 'too-few' {
  if (!mayCompare(before.n) || !mayCompare(after.n)) return 'too-few'
  const interval = newcombe(after, before)
  if (interval && interval[0] > 0) return 'improved'
  return interval && interval[1] < 0 ? 'worse' : 'unchanged'
}

function excludesZero(interval: Interval | null): boolean {
  return interval !== null && (interval[0] > 0 || interval[1] < 0)
}

// Whole counts: a quotient such as 0.75 − 0.7 falls a hair short of five points.
function reachesLeastDifference(before: Proportion, after: Proportion): boolean {
  const points = Math.abs(after.count * before.n - before.count * after.n)
  return points >= before.n * after.n * leastDifference - 1e-9 * before.n * after.n
}
