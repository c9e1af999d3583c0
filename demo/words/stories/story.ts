import type { Case } from '#shared/entities/case.ts'

type Demand = NonNullable<Case['demands']>[number]
type Grade = NonNullable<Case['subjects']>[number]['grade']

/** What a case is about, as all who take part would tell it; `{amount}` and `{doctor}` are filled in. */
export interface Story {
  readonly type: Case['type']
  /** Departments where it can have happened; any without them. */
  readonly at?: readonly string[]
  /** The complainant's own words on the first day. */
  readonly told: string
  /** The statement taken later in a quiet room, and the officer's translation of it into English. */
  readonly retold: string
  readonly translated?: string
  /** The team's side of it. */
  readonly team: string
  readonly demands: readonly Demand[]
  readonly subjects: readonly (readonly [string, Grade])[]
  readonly cause: NonNullable<Case['cause']>
  readonly fault: NonNullable<Case['faultClass']>
  readonly outcome: NonNullable<Case['outcome']>
  /** What is owed or asked for, least and most, in whole riyals. */
  readonly disputed?: readonly [number, number]
  readonly isGrave?: boolean
}
