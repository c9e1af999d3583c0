import type { Connection, TimedAnswer } from '#test/bench/product/connection.ts'
import { type DeskQuestion, summedColumn } from './questions.ts'

/** A product that is asked the questions: this one, or another beside it. */
export interface Desk {
  readonly name: string
  /** Asks the n-th time, for a page that begins at `offset`. */
  ask(question: DeskQuestion, n: number, size: number, offset?: number): Promise<TimedAnswer>
  /** How many records match, or how many groups there are. */
  totalOf(question: DeskQuestion, answer: TimedAnswer): number
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
})

/** What was wrong with an answer, in one line. */
export const reasonOf = (answer: TimedAnswer): string =>
  `${answer.status} ${/"(?:rule|message|detail)":"([^"]*)"/.exec(answer.text())?.[1] ?? ''}`.trim()

/** Where a question's page begins: at its share of all that match. */
export async function offsetOf(desk: Desk, question: DeskQuestion, size: number): Promise<number> {
  if (!question.depth) return 0
  const first = await desk.ask(question, 0, size)
  return first.status < 300 ? Math.floor(desk.totalOf(question, first) * question.depth) : 0
}
