import type { Group } from '#shared/api/groups.ts'
import { followUpOutcomes } from '#shared/entities/followUp.ts'
import type { FollowUpOutcome } from './completion.ts'

/** Columns by which the follow-ups that were done in a week are counted. */
export const doneBy = ['endedBy', 'outcome', 'isInWindow', 'hasConcerns'] as const

/** The column by which the follow-ups that were due in a week are counted. */
export const plannedBy = ['assigneeId'] as const

/** What one person did in a week; without an id, what nobody had. */
export interface WeekRow {
  readonly userId?: string
  /** How many were due in the week, of those this person has. */
  readonly planned: number
  /** How many this person ended by a talk in the week. */
  readonly done: number
  readonly inWindow: number
  readonly concerns: number
  readonly outcomes: Readonly<Record<FollowUpOutcome, number>>
}

/** The week of a site by person, those with the most calls first, out of groups of `plannedBy` and `doneBy`. */
export function weekRows(planned: readonly Group[], done: readonly Group[]): WeekRow[] {
  const rows = new Map<string, WeekRow>()
  const add = (userId: unknown, more: (row: WeekRow) => Partial<WeekRow>) => {
    const id = typeof userId === 'string' ? userId : ''
    const row = rows.get(id) ?? emptyRow(id)
    rows.set(id, { ...row, ...more(row) })
  }
  for (const { key, count } of planned) add(key.assigneeId, (row) => ({ planned: row.planned + count }))
  for (const { key, count } of done)
    add(key.endedBy, (row) => ({
      done: row.done + count,
      inWindow: row.inWindow + (key.isInWindow === true ? count : 0),
      concerns: row.concerns + (key.hasConcerns === true ? count : 0),
      outcomes: withOutcome(row.outcomes, key.outcome, count),
    }))
  return [...rows.values()].sort((a, b) => b.done - a.done || b.planned - a.planned)
}

/** All rows as one. */
export const totalOf = (rows: readonly WeekRow[]): WeekRow =>
  rows.reduce(
    (sum, { planned, done, inWindow, concerns, outcomes }) => ({
      planned: sum.planned + planned,
      done: sum.done + done,
      inWindow: sum.inWindow + inWindow,
      concerns: sum.concerns + concerns,
      outcomes: followUpOutcomes.reduce((all, each) => withOutcome(all, each, outcomes[each]), sum.outcomes),
    }),
    emptyRow(''),
  )

const emptyRow = (userId: string): WeekRow => ({
  ...(userId && { userId }),
  planned: 0,
  done: 0,
  inWindow: 0,
  concerns: 0,
  outcomes: Object.fromEntries(followUpOutcomes.map((each) => [each, 0])) as Record<FollowUpOutcome, number>,
})

function withOutcome(outcomes: WeekRow['outcomes'], outcome: unknown, count: number): WeekRow['outcomes'] {
  const known = followUpOutcomes.find((each) => each === outcome)
  return known ? { ...outcomes, [known]: outcomes[known] + count } : outcomes
}
