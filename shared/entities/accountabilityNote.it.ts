/** Accountability notes in Italian. */
export const accountabilityNotes = {
  name: 'Nota di responsabilità |||| Note di responsabilità',
  fields: {
    personId: 'Persona interessata',
    findings: 'Che cosa è emerso',
    measure: 'Provvedimento',
    writtenBy: 'Scritta da',
  },
  values: {
    measure: {
      talk: 'Colloquio',
      training: 'Formazione',
      warning: 'Richiamo',
      referral: 'Trasmessa ad altri',
      none: 'Nessuno',
    },
  },
}
