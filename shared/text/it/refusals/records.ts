import type { records as english } from '#shared/refusals/records.ts'

/** Refusals about a record and its state, in Italian. */
export const records: Readonly<Record<keyof typeof english, string>> = {
  STATE: 'Stato attuale: “%{state}” (%{noun}). Questa azione richiede: %{needed}.',
  NO_SUCH_STEP: 'Le schede di questo elenco (%{noun}) non hanno l’azione “%{name}” eseguibile in questo modo.',
  DELETED: 'Questa scheda è stata eliminata. Ripristinarla prima di modificarla.',
  STILL_NEEDED: 'Ancora in uso in: %{uses}. Prima spostare, chiudere o eliminare queste schede.',
  NEEDED_BY: '%{count} %{noun}',
  NEEDED_BY_OPEN: '%{count} %{noun} in corso',
  RESTORE_FIRST: 'La scheda a cui questa appartiene (%{noun}) è eliminata. Ripristinare prima quella.',
  LAST_ADMINISTRATOR:
    'Non c’è un altro amministratore attivo, e nessuno potrebbe annullarlo. Nominare prima un altro amministratore.',
  ERASED:
    'I dati di questo paziente sono stati cancellati, o la cancellazione è in corso. Non si può più scrivere nulla su di lui.',
  NOT_FOUND: 'La scheda non esiste, o non è di una delle Sue sedi.',
  STALE:
    'Nel frattempo qualcun altro ha modificato questa scheda. Nulla del suo lavoro è stato sovrascritto; confrontare e decidere.',
  MATCHES_NO_MORE:
    'Nel frattempo qualcuno ha modificato questa scheda, che non corrisponde più. È stata lasciata com’è.',
  COUNT_CHANGED:
    'Ora corrispondono %{count} schede, non %{expected}. Nessuna modifica apportata; controllare di nuovo.',
}
