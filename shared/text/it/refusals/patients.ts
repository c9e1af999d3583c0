import type { patients as english } from '#shared/refusals/patients.ts'

/** Refusals about what is held on a patient, in Italian. */
export const patients: Readonly<Record<keyof typeof english, string>> = {
  PATIENT_ERASED: 'I dati di questo paziente sono stati cancellati. Non si può aggiungere né annullare nulla.',
  ERASURE_RUNS: 'La cancellazione dei dati di questo paziente è in corso. Con la scheda non si può fare altro.',
  ERASURE_STANDS: 'Una cancellazione dei dati non si può fermare dopo l’inizio.',
  ERASE_MERGED: 'Questa scheda è stata unita a un’altra. Cancellare i dati di quella: questa la segue.',
  ON_HOLD: 'Questa scheda, o una unita ad essa, è sotto blocco legale. Rimuovere prima il blocco.',
  ALREADY_HELD: 'Questa scheda è già sotto blocco legale.',
  NOT_HELD: 'Questa scheda non è sotto blocco legale.',
  ERASE_OPEN_CASE: 'Il caso %{number} di questo paziente è ancora aperto. Chiuderlo prima.',
  ERASE_LIVE_FILE:
    'La pratica di liquidazione %{number} di questo paziente è ancora in lavorazione verso l’ente pagatore. Concluderla o annullarla prima.',
}
