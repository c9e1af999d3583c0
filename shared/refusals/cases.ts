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
  OFFER_WAITING: [
    409,
    'An offer still waits for a decision (%{count}). Let it be decided, or cancel it, before the case is resolved.',
  ],
  OFFERS_FROZEN: [409, 'The case is in the legal route, which freezes its offers.', true],
  CASE_OVER: [409, 'The case is closed, withdrawn or merged, so nothing new begins on it. Reopen it first.', true],
  CASE_RESOLVED: [409, 'The case is resolved. Reopen it before another offer is asked for.', true],
  MERGE_WAITING: [
    409,
    'Promises or offers of this case still wait (%{count}). End them first, or merge the other case into this one.',
  ],
  PROMISES_OPEN: [
    409,
    'Something promised is still open (%{count}). Keep it, or end it with a reason, before you close.',
  ],
  CALL_NEEDED: [
    409,
    'The patient was not called since the case was resolved. Call first: a call, three attempts, or the patient’s wish for none.',
  ],
  REPORT_NEEDED: [409, 'This is a major case. The director has to accept its special report before it is closed.'],
  MAJOR_STAYS: [409, 'A major case stays a major one.'],
  MAJOR_REASONS_NEEDED: [409, 'Say why the case is a major one.'],
  NO_HELP_CALLED: [409, 'Nobody waits for help in this case.', true],
  SITE_FIXED: [409, 'A case stays with the site that received it.'],
} as const satisfies RefusalEntries
