import { type Interval, wilson, z95 } from '#shared/values/intervals.ts'
import { answerOptions, type SurveyQuestion } from './scale.ts'

/** How many answers chose each option; the only thing kept per question, cohort and day. */
export type Histogram = Readonly<Record<string, number>>

/** Figures of one question over one cohort, rounded to six decimals; null where nothing supports the figure. */
export type Summary = {
  n: number
  notApplicable: number
  unrecognised: number
  mean: number | null
  sd: number | null
  score100: number | null
  topBox: number | null
  topBoxInterval: Interval | null
  favourable: number | null
  favourableInterval: Interval | null
  bottomBox: number | null
  bottomBoxInterval: Interval | null
  nps?: number | null
  npsInterval?: Interval | null
}

/** The sum of two histograms, option by option. */
export function addHistogram(a: Histogram, b: Histogram): Histogram {
  const sum = new Map(Object.entries(a))
  for (const [code, count] of Object.entries(b)) sum.set(code, (sum.get(code) ?? 0) + count)
  // Sorted, so that the same answers give the same bytes in whatever order they came.
  return Object.fromEntries([...sum].sort(([codeA], [codeB]) => (codeA < codeB ? -1 : 1)))
}

/** The histogram of answers, each the code or codes one respondent chose. */
export function histogramOf(answers: Iterable<string | readonly string[]>): Histogram {
  let histogram: Histogram = {}
  for (const answer of answers) {
    const codes = typeof answer === 'string' ? [answer] : [...new Set(answer)]
    for (const code of codes) histogram = addHistogram(histogram, { [code]: 1 })
  }
  return histogram
}

/**
 * Mean, sample standard deviation, 0–100 score, box shares with Wilson intervals, and NPS, out of the answers that
 * apply. Give `respondents` for a question with several choices, whose options add up to more than its respondents.
 */
export function summarise(question: SurveyQuestion, histogram: Histogram, respondents?: number): Summary {
  const counts = new Map(Object.entries(histogram))
  const options = answerOptions(question).map((option) => ({ ...option, count: counts.get(option.code) ?? 0 }))
  const countOf = (chosen: typeof options) => chosen.reduce((sum, option) => sum + option.count, 0)
  const notApplicable = countOf(options.filter((option) => option.box === 'na'))
  const applicable = options.filter((option) => option.box !== 'na')
  const n = respondents ?? countOf(applicable)
  const box = (chosen: typeof options) => boxOf(countOf(chosen), n)
  const top = box(applicable.filter((option) => option.isTop))
  const favourable = box(applicable.filter((option) => option.isFavourable))
  const bottom = box(applicable.filter((option) => option.isBottom))
  const hasBoxes = question.type !== 'text' && question.type !== 'choices'
  const total = [...counts.values()].reduce((sum, count) => sum + count, 0)
  return {
    n,
    notApplicable,
    unrecognised: total - countOf(options),
    ...momentsOf(applicable),
    topBox: hasBoxes ? top.share : null,
    topBoxInterval: hasBoxes ? top.interval : null,
    favourable: hasBoxes ? favourable.share : null,
    favourableInterval: hasBoxes ? favourable.interval : null,
    bottomBox: hasBoxes ? bottom.share : null,
    bottomBoxInterval: hasBoxes ? bottom.interval : null,
    ...(question.type === 'nps11' && npsOf({ promoters: top.count, detractors: bottom.count, n })),
  }
}

/**
 * Net promoter score from −100 to 100 out of the answers given, with the 95 % interval from the variance of a
 * difference of multinomial shares, cut at the ends of the scale.
 */
export function npsOf({ promoters, detractors, n }: { promoters: number; detractors: number; n: number }): {
  nps: number | null
  npsInterval: Interval | null
} {
  if (n <= 0) return { nps: null, npsInterval: null }
  const score = (promoters - detractors) / n
  const half = 100 * z95 * Math.sqrt(npsVariance(promoters, detractors, n) / n)
  const bounds: Interval = [Math.max(-100, 100 * score - half), Math.min(100, 100 * score + half)]
  return { nps: sixDecimals(100 * score), npsInterval: rounded(bounds) }
}

/** Variance of one answer scored +1, 0 or −1, which the interval of the net promoter score rests on. */
export function npsVariance(promoters: number, detractors: number, n: number): number {
  return Math.max(0, (promoters + detractors) / n - ((promoters - detractors) / n) ** 2)
}

/** Answered invitations out of those that reached somebody, all of one cohort; null where none did. */
export function responseRate(invited: {
  sent: number
  undeliverable: number
  cancelled: number
  answered: number
}): number | null {
  const reached = invited.sent - invited.undeliverable - invited.cancelled
  return reached > 0 ? sixDecimals(invited.answered / reached) : null
}

/** Positive and negative share of the Friends and Family Test (NHS England 2020); "don't know" stays in the denominator. */
export function friendsAndFamily(counts: {
  veryGood: number
  good: number
  neither: number
  poor: number
  veryPoor: number
  dontKnow: number
}): { positive: number | null; negative: number | null } {
  const { veryGood, good, neither, poor, veryPoor, dontKnow } = counts
  const all = veryGood + good + neither + poor + veryPoor + dontKnow
  if (all === 0) return { positive: null, negative: null }
  return { positive: sixDecimals((veryGood + good) / all), negative: sixDecimals((poor + veryPoor) / all) }
}

/** A figure to six decimals, as statistics are answered, so that a recomputation gives the same bytes. */
export function sixDecimals(value: number): number {
  return Math.round(value * 1e6) / 1e6 || 0
}

function boxOf(count: number, n: number) {
  return { count, share: n > 0 ? sixDecimals(count / n) : null, interval: rounded(wilson({ count, n })) }
}

function momentsOf(options: readonly { value?: number; count: number }[]) {
  const valued = options.filter((option): option is { value: number; count: number } => option.value !== undefined)
  const values = valued.map((option) => option.value)
  const [n, sum, squares] = valued.reduce(
    ([count, first, second], { value, count: times }) => [
      count + times,
      first + times * value,
      second + times * value ** 2,
    ],
    [0, 0, 0],
  )
  if (n === 0) return { mean: null, sd: null, score100: null }
  const [low, high] = [Math.min(...values), Math.max(...values)]
  return {
    mean: sixDecimals(sum / n),
    // Whole-number sums first: a difference of rounded means would lose the decimals.
    sd: n > 1 ? sixDecimals(Math.sqrt(Math.max(0, n * squares - sum * sum) / (n * (n - 1)))) : null,
    score100: high > low ? sixDecimals(((sum / n - low) / (high - low)) * 100) : null,
  }
}

function rounded(interval: Interval): Interval
function rounded(interval: Interval | null): Interval | null
function rounded(interval: Interval | null): Interval | null {
  return interval && [sixDecimals(interval[0]), sixDecimals(interval[1])]
}
