import type { AnyRecord } from '#shared/declaration/entity.ts'
import { stateOf } from '#shared/declaration/lifecycle.ts'
import type { Case } from '#shared/entities/case.ts'
import { caseLife } from '#shared/entities/caseActions.ts'
import { type Refusal, refuse } from '#shared/refusals.ts'
import type { Consequences } from '#shared/rules/decision.ts'
import { endedStates } from './counting.ts'

const isMajor = ({ severity }: Partial<Case>): boolean => severity === 'major'

/** Why the severity of a case may not be as it is written: a major one stays one, and says why it is. */
export function severityRefusal(matter: Partial<Case>, before: Partial<Case> | undefined): Refusal | undefined {
  if (before && isMajor(before) && !isMajor(matter)) return refuse('MAJOR_STAYS')
  const isOver = before !== undefined && endedStates.includes(stateOf(caseLife, before))
  if (isOver && isMajor(matter) && !isMajor(before)) return refuse('CASE_OVER')
  const hadNoReasons = before !== undefined && isMajor(before) && !before.majorReasons?.length
  return isMajor(matter) && !matter.majorReasons?.length && !hadNoReasons ? refuse('MAJOR_REASONS_NEEDED') : undefined
}

/**
 * A case that becomes a major one has its special report with it, once, through whatever door it came. One that became so
 * before there were reports has it with the next step that it takes.
 */
export function specialReportOf(matter: AnyRecord & Partial<Case>, before: Partial<Case> | undefined): Consequences {
  const becomesMajor = isMajor(matter) && !(before && isMajor(before))
  const state = stateOf(caseLife, matter)
  const goesOn = before !== undefined && state !== stateOf(caseLife, before) && !endedStates.includes(state)
  if (!isMajor(matter) || !(becomesMajor || goesOn) || matter.deletedAt !== undefined) return {}
  // Many old cases that come in at once alarm nobody of each one's report; lists show what is due.
  const isOld = before === undefined && matter.isOverdueOnArrival === true
  const values = { caseId: matter.id, ...(isOld && { alarmPercent: 100 }) }
  return { creates: [{ resource: 'special-reports', key: ['special-report'], values }] }
}

const grades = ['low', 'medium', 'high'] as const

/** The subject of the highest grade, the first of several; what reports count a case under. */
export const mainSubjectOf = ({ subjects = [] }: Partial<Case>): string | undefined =>
  subjects.toSorted((one, other) => grades.indexOf(other.grade) - grades.indexOf(one.grade))[0]?.subject
