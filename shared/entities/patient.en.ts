/** Patients in English. */
export const patients = {
  name: 'Patient |||| Patients',
  fields: {
    memberNumber: 'Member number',
    altPhone: 'Other phone',
    address: 'Address',
    birthDate: 'Born',
    sex: 'Sex',
    nationalId: 'National id',
    isVip: 'VIP',
    contactConsent: 'Consent to contact',
    calls: 'Calls',
    visits: 'Visits',
    surveys: 'Surveys',
    marketing: 'Marketing',
    notes: 'Notes',
  },
  values: {
    sex: { female: 'Female', male: 'Male', other: 'Other', unknown: 'Unknown' },
    status: { granted: 'Granted', refused: 'Refused', unknown: 'Unknown' },
  },
}
