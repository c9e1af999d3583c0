import { ended } from '#test/bench/measures/jobs.ts'
import type { Connection, TimedAnswer } from '#test/bench/product/connection.ts'
import { type DeskQuestion, summedColumn } from './questions.ts'

/** A product that is asked the questions: this one, or another beside it. */
export interface Desk {
  readonly name: string
  /** Asks the n-th time, for a page that begins at `offset`. */
  ask(question: DeskQuestion, n: number, size: number, offset?: number): Promise<TimedAnswer>
  /** How many records match, or how many groups there are. */
  totalOf(question: DeskQuestion, answer: TimedAnswer): number
  /** The records of a page. */
  rowsOf(answer: TimedAnswer): readonly { readonly id: string }[]
  /** Writes all cases as a CSV file and receives it; how many there were. */
  exportAll(): Promise<number>
  /** Gives many cases the same value of a column in one request, until all have it; how many there were. */
  changeMany(ids: readonly string[], changes: Readonly<Record<string, unknown>>): Promise<number>
}

/** Rows of a page. */
export const pageRows = 25

const json = (value: unknown): string => encodeURIComponent(JSON.stringify(value))

/** The address of a question as the panel would ask it. */
export function addressOf({ filter, sort, by }: DeskQuestion, n: number, size: number, offset = 0): string {
  const matching = `filter=${json(filter?.(n, size) ?? {})}`
  if (by) return `/api/cases/groups?by=${json(by)}&sum=${json([summedColumn])}&${matching}`
  return `/api/cases?${matching}&range=${json([offset, offset + pageRows - 1])}${sort ? `&sort=${json(sort.flat())}` : ''}`
}

/** The total that a list says. */
export const totalOfList = ({ headers }: TimedAnswer): number => Number(String(headers['content-range']).split('/')[1])

/** This product. */
export const redress = (person: Connection): Desk => ({
  name: 'Redress',
  ask: (question, n, size, offset) => person.get(addressOf(question, n, size, offset)),
  totalOf: ({ by }, answer) => (by ? answer.json().length : totalOfList(answer)),
  rowsOf: (answer) => answer.json(),
  async exportAll() {
    const job = await ended(person, await person.send('POST', '/api/cases/export', { filter: {}, format: 'csv' }), 20)
    const file = await (await fetch(job.result.url)).text()
    return lineCount(file)
  },
  async changeMany(ids, changes) {
    const job = await ended(person, await person.send('POST', '/api/cases/bulk', { ids, changes }), 50)
    return job.done
  },
})

/** Lines of a file of records, without its header. */
export const lineCount = (file: string): number => file.trimEnd().split('\n').length - 1

/** What was wrong with an answer, in one line. */
export const reasonOf = (answer: TimedAnswer): string =>
  `${answer.status} ${/"(?:rule|message|detail)":"([^"]*)"/.exec(answer.text())?.[1] ?? ''}`.trim()

/** Where a question's page begins: at its share of all that match. */
export async function offsetOf(desk: Desk, question: DeskQuestion, size: number): Promise<number> {
  if (!question.depth) return 0
  const first = await desk.ask(question, 0, size)
  return first.status < 300 ? Math.floor(desk.totalOf(question, first) * question.depth) : 0
}
