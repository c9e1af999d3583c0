import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { cpus, totalmem } from 'node:os'
import type { Figure } from './figures.ts'

/** One question asked of two products in turn. */
export interface QuestionTimes {
  readonly what: string
  /** Medians in milliseconds; absent where a product refused. */
  readonly own?: number
  readonly other?: number
  /** How many records each found. */
  readonly found: readonly [own: number, other: number]
}

/** What one run measured, and when. */
interface BenchRun {
  readonly at: string
  readonly figures: readonly Figure[]
}

/** Everything measured on one machine: the latest run of each size, of the rules, and beside another product. */
export interface Report {
  readonly machine: string
  readonly sizes: Readonly<Record<string, BenchRun>>
  /** What people ask of a desk, by number of cases. */
  readonly desk?: Readonly<Record<string, BenchRun>>
  /** How the sheet scrolls, by number of rows. */
  readonly sheet?: Readonly<Record<string, BenchRun>>
  readonly rules?: BenchRun
  readonly beside?: { readonly at: string; readonly size: number; readonly comparisons: readonly QuestionTimes[] }
}

const machine = `${cpus().length} × ${cpus()[0]?.model.trim()}, ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.versions.node}`

/** The report of an earlier run on a machine of the same kind; an empty one without it. */
export function readReport(path: string): Report {
  const empty: Report = { machine, sizes: {} }
  if (!existsSync(path)) return empty
  const earlier: Report = JSON.parse(readFileSync(path, 'utf8'))
  return earlier.machine === machine && earlier.sizes ? earlier : empty
}

/** Writes a report as JSON. */
export const writeReport = (path: string, report: Report): void =>
  writeFileSync(path, `${JSON.stringify(report, null, 2)}\n`)

const row = (...cells: readonly string[]): string => `| ${cells.join(' | ')} |`
const power = (size: number): string => {
  const exponent = Math.log10(size)
  if (!Number.isInteger(exponent)) return size.toLocaleString('en')
  return `10${[...String(exponent)].map((digit) => '⁰¹²³⁴⁵⁶⁷⁸⁹'[Number(digit)]).join('')}`
}
const cell = (figure: Figure | undefined): string =>
  figure ? `${figure.isMet === false ? '**missed**: ' : ''}${figure.shown}` : ''

function growthTable(sizes: Report['sizes']): string[] {
  const columns = Object.keys(sizes).sort((a, b) => Number(a) - Number(b))
  const runs = columns.map((size) => sizes[size]?.figures ?? [])
  const rows = new Map<string, string>()
  for (const { what, goal } of runs.flat()) rows.set(what, rows.get(what) ?? goal ?? '')
  const cellsOf = (what: string) => runs.map((figures) => cell(figures.find((figure) => figure.what === what)))
  return [
    row('what', 'goal', ...columns.map((size) => power(Number(size)))),
    row('---', '---', ...columns.map(() => '---')),
    ...[...rows].map(([what, goal]) => row(what, goal, ...cellsOf(what))),
  ]
}

/** How many times as long the other product took. */
const ratio = ({ own, other }: QuestionTimes): string =>
  own !== undefined && other !== undefined ? `${(other / own).toFixed(other < 10 * own ? 1 : 0)} ×` : ''
const time = (ms: number | undefined): string => (ms === undefined ? 'refused' : `${ms.toFixed(1)} ms`)

/** The table of two products, as lines of Markdown. */
export const comparisonTable = (comparisons: readonly QuestionTimes[]): string[] => [
  row('question', 'Redress', 'Directus', 'Directus takes', 'found'),
  row('---', '---', '---', '---', '---'),
  ...comparisons.map((comparison) => {
    const { what, own, other, found } = comparison
    return row(
      what,
      time(own),
      time(other),
      ratio(comparison),
      found[0] === found[1] ? `${found[0]}` : found.join(' / '),
    )
  }),
]

/** The report as a page of Markdown. */
export function pageOf({ sizes, desk, sheet, rules, beside, machine }: Report): string {
  const dates = [...new Set(Object.values(sizes).map(({ at }) => at))].sort()
  const lines = [
    '# Benchmarks',
    '',
    `By \`npm run bench\` on ${dates.join(' and ')}: ${machine}. The whole product runs as \`npm start\` runs it, records in a`,
    'file, and is asked over HTTP by a process beside it on the same processors. A time is the median, with the time that',
    'one request in a hundred passes. Read and write units are exact, and tests hold them.',
    '',
    '## Growth',
    '',
    'A column is a number of cases; nine of ten are open and overdue.',
    '',
    ...growthTable(sizes),
  ]
  if (desk)
    lines.push(
      '',
      '## Cases and calls',
      '',
      'By `npm run bench -- cases`: a column is a number of cases, beside 10,000 calls that are due on one morning.',
      '',
      ...growthTable(desk),
    )
  if (sheet)
    lines.push(
      '',
      '## The sheet',
      '',
      'By `npm run bench -- sheet`: a column is a number of rows. The sheet of patients in a browser without a screen, over a',
      'list that answers at once. Until 2026-11-30 a page was copied with the whole list; taking in one of 10⁵ rows took 4.1 ms,',
      '62 times what one of 10³ rows took.',
      '',
      ...growthTable(sheet),
    )
  if (rules) {
    lines.push('', '## Rules', '', row('what', 'goal', 'measured'), row('---', '---', '---'))
    for (const figure of rules.figures) lines.push(row(figure.what, figure.goal ?? '', cell(figure)))
  }
  if (beside)
    lines.push(
      '',
      '## Beside Directus',
      '',
      `The same questions in turn, ${beside.size.toLocaleString('en')} cases, on ${beside.at}; every column of Directus has an index.`,
      '',
      ...comparisonTable(beside.comparisons),
    )
  return `${lines.join('\n')}\n`
}
