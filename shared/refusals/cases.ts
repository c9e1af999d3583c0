import type { RefusalEntries } from './entry.ts'

/** Refusals about cases. */
export const cases = {
  SEVERITY_NEEDED: [409, 'Say first whether the case is routine or major.'],
  DEMANDS_NEEDED: [409, 'Write down first what the patient asks for.'],
  PATIENT_STATEMENT_NEEDED: [409, 'The patient has not been heard yet. Take the statement first.'],
  TEAM_STATEMENT_NEEDED: [
    409,
    'The team has not been heard yet. Take its statement, or let the unit manager say why it cannot be had.',
  ],
  REMEDY_NEEDED: [409, 'Make an offer, or write why there is nothing to offer.'],
  ACKNOWLEDGED_LATER: [409, 'That is later than now. Give the time at which the patient heard from us.'],
  ACKNOWLEDGED_EARLIER: [409, 'The case came in after that. It cannot have been acknowledged before.'],
  NO_LEGAL_GROUND: [
    409,
    'The legal route needs a lawyer’s letter, or compensation demanded where the fault is not ours.',
  ],
  ALREADY_MAJOR: [409, 'The case is already a major one.', true],
  NOT_MAJOR: [409, 'The case is not a major one, so the director need not be told.', true],
  DIRECTOR_KNOWS: [409, 'The director was told of this case already.', true],
  DIRECTOR_FIRST: [409, 'This is a major case. The director has to know of it before it is answered.'],
  NO_LIMIT: [409, 'No limit runs for the answer, so there is nothing to extend.', true],
  NOTICE_TIME: [409, 'A letter of extension was sent after the case came in, and not in the future. Correct its time.'],
  EXTENSION_LATE: [409, 'The letter of extension was sent when the answer was overdue already, so its limit stays.'],
  EXTENSION_SHORT: [409, 'The extension ends before the answer is due anyway. Choose a later time.'],
  EXTENSIONS_MANY: [
    409,
    'The answer was extended %{limit} times already, and the site allows no more. Answer now.',
    true,
  ],
  EXTENSION_LONG: [409, 'The site allows an extension of %{limit} days at most. Choose an earlier time.'],
  SITE_FIXED: [409, 'A case stays with the site that received it.'],
} as const satisfies RefusalEntries
