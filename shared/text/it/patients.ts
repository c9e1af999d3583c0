/** The page of a patient, in Italian. */
export const patients = {
  patient: {
    nothing: 'Non ce n’erano.',
    erasedText: 'Cancellato',
    erased:
      'I dati di questo paziente sono stati cancellati (%{at}). Casi, visite e risposte restano e si contano, senza nome. Non si può aggiungere nulla.',
    erasing:
      'La cancellazione dei dati di questo paziente è iniziata (%{at}) e termina entro pochi minuti. Non si può più aggiungere o modificare nulla.',
    held: 'Un blocco legale conserva questa scheda (inizio: %{at}). Nulla viene cancellato finché il direttore non rimuove il blocco.',
    export: 'Tutti i dati di questo paziente',
    valid: 'Valida',
    expired: 'Scaduta',
    none: {
      encounters: 'Nessuna visita. Le visite arrivano dal sistema dell’ospedale, per importazione o inserite a mano.',
      cases: 'Nessun caso. Aprirne uno quando il paziente presenta un reclamo o rifiuta di pagare.',
      coverages: 'Nessuna copertura. Inserirne una per poter fatturare all’assicurazione.',
      invitations: 'Non ancora invitato. Inviare un link dalla pagina di un questionario.',
    },
  },
}
