import type { Case } from '#shared/entities/case.ts'

type Demand = NonNullable<Case['demands']>[number]
type Grade = NonNullable<Case['subjects']>[number]['grade']

/** The texts and the outcome of one kind of case; `{amount}` and `{doctor}` stand for values of the case. */
export interface CaseStory {
  readonly type: Case['type']
  /** Departments where it can happen; any department when absent. */
  readonly departments?: readonly string[]
  /** The complainant's words at intake. */
  readonly text: string
  /** The complainant's later statement, and the officer's translation into English. */
  readonly narrative: string
  readonly translation?: string
  /** The statement of the hospital's team. */
  readonly team: string
  readonly demands: readonly Demand[]
  readonly subjects: readonly (readonly [string, Grade])[]
  readonly cause: NonNullable<Case['cause']>
  readonly fault: NonNullable<Case['faultClass']>
  readonly outcome: NonNullable<Case['outcome']>
  /** The least and the most disputed amount, in whole riyals. */
  readonly disputed?: readonly [number, number]
  readonly isGrave?: boolean
}
