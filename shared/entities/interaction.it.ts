/** Contacts in Italian. */
export const interactions = {
  name: 'Contatto |||| Contatti',
  fields: {
    kind: 'Tipo di contatto',
    at: 'Quando',
    place: 'Dove',
    attendees: 'Chi altro era presente',
    relation: 'Relazione',
    escortId: 'Addetto accanto al medico per tutto il tempo',
    leadId: 'Responsabile di unità o direttore presente per tutto il tempo',
    doctorId: 'Medico che ha partecipato',
    details: 'Che cosa è stato detto',
    resolution: 'Che cosa è stato concordato',
    conduct: 'È stato posto un limite',
    flag: 'Comportamento',
    boundarySetAt: 'Dal',
    correctsId: 'Corregge',
    loggedBy: 'Scritto da',
    soundsLikePromise: 'Sembra un impegno',
  },
  values: {
    kind: { call: 'Chiamata', meeting: 'Incontro', visit: 'Visita', message: 'Messaggio' },
    place: {
      'private-room': 'Stanza riservata',
      lobby: 'Atrio',
      phone: 'Telefono',
      video: 'Video',
      home: 'A casa',
      written: 'Per iscritto',
    },
    flag: {
      abusive: 'Offensivo',
      threatening: 'Minaccioso',
      vexatious: 'Ripetuto senza motivo',
    },
  },
}
