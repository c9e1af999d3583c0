import { caseLife } from '#shared/entities/caseActions.ts'

/** The states in which a case waits for a step, in the order of its life: the columns of the board. */
export const boardStates = Object.entries(caseLife.states).flatMap(([status, state]) =>
  'next' in state ? [{ status, next: state.next }] : [],
)
