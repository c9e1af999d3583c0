/** Statements in Italian. */
export const statements = {
  name: 'Dichiarazione |||| Dichiarazioni',
  fields: {
    side: 'Parte',
    speakerName: 'Dichiarante',
    takenAt: 'Raccolta il',
    place: 'Dove',
    narrative: 'Che cosa è successo, con le sue parole',
    translation: 'Traduzione',
    confirmedBySpeaker: 'Confermata dal dichiarante',
    correctsId: 'Corregge',
    patientId: 'Paziente',
    takenBy: 'Raccolta da',
  },
  values: {
    side: { patient: 'Paziente', team: 'Équipe' },
    place: {
      'private-room': 'Stanza riservata',
      lobby: 'Atrio',
      phone: 'Telefono',
      video: 'Video',
      home: 'A casa',
      written: 'Per iscritto',
    },
  },
}
