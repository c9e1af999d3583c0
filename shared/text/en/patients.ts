/** The page of a patient, in English. */
export const patients = {
  patient: {
    valid: 'Valid',
    expired: 'Expired',
    none: {
      encounters: 'No visit yet. Visits come from the hospital’s system, by import or by hand.',
      cases: 'No case. Open one when the patient complains or refuses to pay.',
      coverages: 'No membership. Enter one so that an insurer can be billed.',
      invitations: 'Not asked yet. Send a link from the page of a survey.',
    },
  },
}
