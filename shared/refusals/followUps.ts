import type { RefusalEntries } from './entry.ts'

/** Refusals about follow-ups. */
export const followUps = {
  WINDOW_ORDER: [409, 'A follow-up ends after it begins. Choose a later end.'],
  FOLLOW_UP_PATIENT_FIXED: [409, 'A follow-up stays with its patient. Cancel this one and plan another.'],
  VISIT_FIXED: [
    409,
    'A visit needs consent and a call does not, so one never becomes the other. Plan another follow-up.',
  ],
  FOLLOW_UP_OVER: [409, 'The follow-up is over, so nothing of its plan is changed any more. Plan another one.', true],
  CASE_OF_OTHER: [409, 'The case is about another patient. Choose a case of this one.'],
  VISIT_OF_OTHER: [409, 'The visit was another patient’s. Choose one of this patient.'],
  CALL_TIME_PAST: [409, 'That time has passed already. Choose one that is still to come.'],
  OUTSIDE_CONTACT_HOURS: [409, 'The site does not contact patients at that time. Choose a time in its contact hours.'],
  OUTSIDE_WINDOW: [409, 'The call is due at other days. Choose a time within them, or change them first.'],
  LISTED_ALREADY: [409, 'The call is not due now: it stands on a list already, or waits for a later day.', true],
  NO_CONSENT_NEEDED: [409, 'Only a home visit needs consent.', true],
  CONSENT_NEEDED: [
    409,
    'The patient has not agreed to a visit. Call, write the call down, and record what was said first.',
  ],
  CONSENT_CALL_NEEDED: [409, 'Consent is given on the phone. Choose the call, of now or before, in which it was.'],
  CONSENT_OF_OTHER: [409, 'That call was with another patient. Choose the call with this one.'],
  VISIT_TO_COME: [409, 'The agreed time is still to come. Write down how the visit went when it has taken place.'],
  SURVEY_FIRST: [409, 'The questions have not been answered yet. Take the answers on the phone first.'],
  OUTCOME_OTHER_KIND: [409, 'That is no outcome of such a follow-up. Choose one of these: %{possible}.'],
  CONCERNS_NEEDED: [409, 'Write down what the patient said, for others act on it.'],
  NO_MARKETING_CONSENT: [409, 'The patient has not agreed to hear of further services. Leave the interest out.'],
  INTEREST_IN_OPEN_CASE: [409, 'A case of the patient is open, so nothing is offered now. Leave the interest out.'],
  WEEK_WRONG: [400, 'Give a week such as 2026-W48.'],
} as const satisfies RefusalEntries
