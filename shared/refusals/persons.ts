import type { RefusalEntries } from './entry.ts'

/** Refusals about who may do something, and who stands in for whom. */
export const persons = {
  SIGN_IN: [401, 'Sign in first.'],
  SESSION_ENDED: [401, 'This session has ended. Sign in again.'],
  ROLE: [403, 'Your role does not include this.', true],
  FIELD_ROLE: [403, 'Your role may not change %{field}.'],
  FOREIGN_SITE: [403, 'That site is not one of yours.'],
  NO_USER: [403, 'Your account is not active here. Ask an administrator.'],
  FOUR_EYES: [403, 'You took the step “%{taken}” yourself. Another person must take this one.'],
  LEAD_DECIDES: [403, 'Only the unit manager can decide without the team’s statement.'],
  LEAD_CLOSES: [403, 'A unit manager or the director closes a major case.', true],
  SECOND_PERSON_CLOSES: [
    403,
    'You took every step of this case, and money was conceded. Another person must close it.',
  ],
  VOID_OFFICES: [403, 'The accounts supervisor and the services manager void a file together.'],
  TEAM_SIDE_ONLY: [403, 'A clinician gives the team’s statement; the patient’s is taken by patient relations.'],
  OWN_ONLY: [403, 'Only the person can choose this, or an administrator.', true],
  NOT_ADDRESSEE: [403, 'Only the person it is for marks a notice as read.', true],
  DEPUTY_SELF: [409, 'Nobody is their own deputy. Choose somebody else.'],
  DEPUTY_INACTIVE: [409, 'The deputy does not work here any more. Choose somebody else.'],
  AWAY_ORDER: [409, 'The absence ends before it begins. Mend one of the two days.'],
} as const satisfies RefusalEntries
