/** Answers in Italian. */
export const responses = {
  name: 'Risposta |||| Risposte',
  fields: {
    invitationId: 'Invito',
    mode: 'Modalità di risposta',
    submittedAt: 'Data risposta',
    submissionId: 'Invio',
    lowScores: 'Punteggi bassi',
  },
  values: { mode: { web: 'Web', phone: 'Telefono', paper: 'Carta' } },
}
