/** Statements in Latvian. */
export const statements = {
  name: 'Izklāsts |||| Izklāsti',
  fields: {
    side: 'Kura puse',
    speakerName: 'Runātājs',
    takenAt: 'Pierakstīts',
    place: 'Kur',
    narrative: 'Kas notika, runātāja vārdiem',
    translation: 'Tulkojums',
    confirmedBySpeaker: 'Runātājs apstiprināja',
    correctsId: 'Labo ierakstu',
    patientId: 'Pacients',
    takenBy: 'Pierakstīja',
  },
  values: {
    side: { patient: 'Pacients', team: 'Komanda' },
    place: {
      'private-room': 'Atsevišķa telpa',
      lobby: 'Vestibils',
      phone: 'Tālrunis',
      video: 'Video',
      home: 'Mājās',
      written: 'Rakstiski',
    },
  },
}
