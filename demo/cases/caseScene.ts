import type { Actor } from '#shared/declaration/access.ts'
import type { Random } from '../random.ts'
import type { ActRecords } from '../takeActs.ts'
import type { Intake } from './intake.ts'

/** The people who work on a case. */
export interface CaseTeam {
  /** The owner at intake; absent when somebody has to take the case. */
  readonly firstOwner?: Actor
  readonly owner: Actor
  readonly lead: Actor
  /** A lead who is not its owner: decides on offers and closes it. */
  readonly closer: Actor
  readonly director: Actor
  readonly clinician: Actor
  readonly frontDesk: Actor
}

/** What the acts of a case are planned by. */
export interface CaseScene {
  readonly random: Random
  readonly intake: Intake
  readonly team: CaseTeam
  /** How slowly people work on it; around 1. */
  readonly slowness: number
  readonly isMajor: boolean
  /** It was received so long ago that everything about it is settled, and less of it is told. */
  readonly isOld: boolean
  /** It was received so lately that decisions about it may wait. */
  readonly isNew: boolean
  readonly majorReasons: readonly string[]
  /** The day on which the demo ends, at its site. */
  readonly today: string
}

/** Working minutes between two acts. */
export const minutes = ({ random, slowness }: CaseScene, low: number, high: number): number =>
  slowness * random.between(low, high)

/** The id of a record that has come to be. */
export const idOf = (records: ActRecords, name: string): string => records[name]?.id ?? ''
