import type { Invitation } from '#shared/entities/invitation.ts'
import type { Response } from '#shared/entities/response.ts'
import type { Question } from '#shared/entities/survey.ts'
import { addHistogram, type Histogram } from './statistics.ts'

/** By what the cells of a day are kept; sites come of themselves, since every cell is of one. */
export const keptDimensions = ['all', 'department', 'doctor', 'mode', 'language'] as const
export type KeptDimension = (typeof keptDimensions)[number]

/** What statistics can be asked by. */
export const dimensions = [...keptDimensions, 'site'] as const
export type Dimension = (typeof dimensions)[number]

/** Invitations of a cohort: those that went out, and what became of them. */
export interface InvitationCounts {
  readonly sent: number
  readonly undeliverable: number
  readonly cancelled: number
  readonly answered: number
}

/** Answers to one question: who gave any, and how often each option was chosen. */
export interface AnswerCounts {
  readonly n: number
  readonly histogram: Histogram
}

/** What one day, site and value of a dimension add up to; sums of cells are cells. */
export interface Cell {
  readonly siteId: string
  readonly by: KeptDimension
  /** Empty where the records do not say. */
  readonly value: string
  readonly invited: InvitationCounts
  readonly respondents: number
  readonly metrics: Readonly<Record<string, AnswerCounts>>
}

const nobody: InvitationCounts = { sent: 0, undeliverable: 0, cancelled: 0, answered: 0 }

/** The cells of one day, recomputed whole from what is in the records; the order they come in does not matter. */
export function cellsOf(
  questions: readonly Question[],
  responses: readonly Partial<Response>[],
  invitations: readonly Partial<Invitation>[],
): Cell[] {
  const counted = questions.filter(({ type }) => type !== 'text')
  const cells = [
    ...invitations.flatMap((each) => places(each, undefined, { invited: invitedBy(each) })),
    ...responses.flatMap((each) => places(each, each.mode, { respondents: 1, metrics: metricsOf(counted, each) })),
  ]
  return sumCells(cells, ({ siteId, by, value }) => [siteId, by, value])
}

/** Adds cells up whose keys are equal, in the order of those keys. */
export function sumCells(cells: readonly Cell[], keyOf: (cell: Cell) => readonly string[]): Cell[] {
  const sums = new Map<string, Cell>()
  for (const cell of cells) {
    const key = keyOf(cell).join('\n')
    const before = sums.get(key)
    sums.set(key, before ? addCells(before, cell) : cell)
  }
  return [...sums].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, cell]) => cell)
}

function addCells(a: Cell, b: Cell): Cell {
  const metrics = { ...a.metrics }
  for (const [key, { n, histogram }] of Object.entries(b.metrics)) {
    const before = metrics[key]
    metrics[key] = before ? { n: before.n + n, histogram: addHistogram(before.histogram, histogram) } : { n, histogram }
  }
  const invited = {
    sent: a.invited.sent + b.invited.sent,
    undeliverable: a.invited.undeliverable + b.invited.undeliverable,
    cancelled: a.invited.cancelled + b.invited.cancelled,
    answered: a.invited.answered + b.invited.answered,
  }
  return { ...a, invited, respondents: a.respondents + b.respondents, metrics }
}

type CellPlace = Pick<Partial<Response>, 'siteId' | 'department' | 'doctor' | 'language'>

// How somebody answered is known of answers only, so an invitation has no place under it.
function places(place: CellPlace, mode: string | undefined, counts: Partial<Cell>): Cell[] {
  const value: Readonly<Record<KeptDimension, string | undefined>> = {
    all: 'all',
    department: place.department ?? '',
    doctor: place.doctor ?? '',
    language: place.language ?? '',
    mode,
  }
  return keptDimensions.flatMap((by) => {
    const text = value[by]
    if (text === undefined) return []
    return [{ siteId: place.siteId ?? '', by, value: text, invited: nobody, respondents: 0, metrics: {}, ...counts }]
  })
}

function invitedBy({ status }: Partial<Invitation>): InvitationCounts {
  if (status === undefined || status === 'created' || status === 'queued') return nobody
  return {
    sent: 1,
    undeliverable: Number(status === 'undeliverable'),
    cancelled: Number(status === 'cancelled'),
    answered: Number(status === 'answered'),
  }
}

function metricsOf(questions: readonly Question[], { answers = {} }: Partial<Response>): Record<string, AnswerCounts> {
  const metrics: Record<string, AnswerCounts> = {}
  for (const { qid, metricKey } of questions) {
    const codes = [...new Set([Object.hasOwn(answers, qid) ? (answers[qid] ?? []) : []].flat())]
    if (codes.length === 0) continue
    metrics[metricKey] = { n: 1, histogram: Object.fromEntries(codes.sort().map((code) => [code, 1])) }
  }
  return metrics
}
