import type { StatisticsRow } from '#shared/api/surveys.ts'
import type { Question } from '#shared/entities/survey.ts'
import type { Cell, Dimension } from './cells.ts'
import { sumCells } from './cells.ts'
import { mayCompare, suppressedCells } from './disclosure.ts'
import { responseRate, summarise } from './statistics.ts'

/** A row of the table before it is known whether its links are still open. */
export type CohortRow = Omit<StatisticsRow, 'isOpen'>

const hidden = {
  n: null,
  isRanked: false,
  favourable: null,
  favourableInterval: null,
  topBox: null,
  bottomBox: null,
  bottomBoxInterval: null,
  mean: null,
  score100: null,
  histogram: null,
}

/** The rows of a table: per question in order, per cell by name, small cells and their lone siblings hidden. */
export function tableOf(
  questions: readonly Question[],
  cells: readonly Cell[],
  by: Dimension,
  name: string,
  labelOf: (value: string) => string = (value) => value,
): CohortRow[] {
  const kept = by === 'site' ? 'all' : by
  const keyOf = (cell: Cell) => (by === 'site' ? cell.siteId : cell.value)
  const sums = sumCells(
    cells.filter((cell) => cell.by === kept),
    (cell) => [keyOf(cell)],
  )
  return questions
    .filter(({ type }) => type !== 'text')
    .flatMap((question) => {
      const countOf = (cell: Cell) => applicable(question, cell)
      const suppressed = suppressedCells(sums.map((cell) => ({ id: keyOf(cell), n: countOf(cell) })))
      return sums.map((cell): CohortRow => {
        const value = keyOf(cell)
        const about = {
          id: [name, by, value, question.metricKey].join('|'),
          cell: value,
          label: labelOf(value),
          metricKey: question.metricKey,
          rate: responseRate(cell.invited),
        }
        const reason = suppressed.get(value)
        if (reason) return { ...about, ...hidden, suppressed: reason }
        return { ...about, suppressed: false, ...figuresOf(question, cell) }
      })
    })
}

/** Answers that say something: with several choices the people who chose, else those whose answer applies. */
function applicable(question: Question, { metrics }: Cell): number {
  const counted = metrics[question.metricKey]
  if (!counted) return 0
  return question.type === 'choices' ? counted.n : summarise(question, counted.histogram).n
}

function figuresOf(question: Question, { metrics }: Cell) {
  const { n: respondents, histogram } = metrics[question.metricKey] ?? { n: 0, histogram: {} }
  const summary = summarise(question, histogram, question.type === 'choices' ? respondents : undefined)
  const { n, favourable, favourableInterval, topBox, bottomBox, bottomBoxInterval, mean, score100 } = summary
  const figures = { n, favourable, favourableInterval, topBox, bottomBox, bottomBoxInterval, mean, score100, histogram }
  const isRanked = mayCompare(n)
  if (question.type !== 'nps11') return { ...figures, isRanked }
  const { nps = null, npsInterval = null } = summary
  return { ...figures, isRanked, ...(isRanked ? { nps, npsInterval } : { nps: null, npsInterval: null }) }
}
