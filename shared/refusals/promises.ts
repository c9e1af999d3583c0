import type { RefusalEntries } from './entry.ts'

/** Refusals about promises and conversations. */
export const promises = {
  PROMISE_PAST: [409, 'That time has passed already. Say until when it will be kept.'],
  PROMISE_FAR: [409, 'That is more than three years from now. Promise what can be kept sooner.'],
  PROMISE_OTHER_CONTACT: [409, 'That conversation was with another patient. Choose one with the patient of this case.'],
  CONTACT_LATER: [409, 'That is later than now. Write a conversation down once it has taken place.'],
  BOUNDARY_LATER: [409, 'A boundary holds from the moment it was set, which is not later than now. Correct its time.'],
  CONTACT_OTHER_PATIENT: [409, 'The case is about another patient. Choose a case of this one.'],
  CORRECTION_OTHER: [409, 'What is to be corrected belongs to another case or patient. Write the correction there.'],
  LEAD_NEEDED: [
    409,
    'In a major case a unit manager or the director is present throughout. Name who that was in the field for it.',
  ],
  LEAD_ROLE: [409, 'The person present throughout has to be a unit manager or a director of this site. Name another.'],
  DOCTOR_NEEDED: [
    409,
    'This is about a surgical problem, so the doctor whom the case names takes part. Name the doctor who was there.',
  ],
  DOCTOR_ROLE: [409, 'The doctor who took part has to be a clinician. Name another.'],
  DOCTOR_OTHER: [
    409,
    'The case does not name this doctor. Add the doctor to those whom the case concerns, or name another.',
  ],
  ESCORT_NEEDED: [409, 'A clinician never meets the patient alone. Name the officer who was there the whole time.'],
  ESCORT_ROLE: [409, 'Whoever accompanies a clinician is an officer or above of this site. Name another.'],
  ESCORT_SAME: [409, 'Nobody accompanies themselves. Name an officer who was there beside the doctor.'],
} as const satisfies RefusalEntries
