/** The page of a patient, in English. */
export const patients = {
  patient: {
    nothing: 'There was none.',
    erasedText: 'Erased',
    erased:
      'What was held on this patient was erased on %{at}. Cases, visits and answers stay and are counted, without a name. Nothing can be added.',
    erasing:
      'The erasure of this patient began on %{at} and ends within some minutes. Nothing can be added or changed any more.',
    held: 'A legal hold keeps this record since %{at}. Nothing of it is erased until the director releases it.',
    export: 'Everything held on this patient',
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
