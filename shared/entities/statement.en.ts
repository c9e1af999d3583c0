/** Statements in English. */
export const statements = {
  name: 'Statement |||| Statements',
  fields: {
    side: 'Whose side',
    speakerName: 'Speaker',
    takenAt: 'Taken',
    place: 'Where',
    narrative: 'What happened, in their words',
    translation: 'Translation',
    confirmedBySpeaker: 'Confirmed by the speaker',
    correctsId: 'Corrects',
    patientId: 'Patient',
    takenBy: 'Taken by',
  },
  values: {
    side: { patient: 'Patient', team: 'Team' },
    place: {
      'private-room': 'Private room',
      lobby: 'Lobby',
      phone: 'Phone',
      video: 'Video',
      home: 'At home',
      written: 'In writing',
    },
  },
}
