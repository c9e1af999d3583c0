import type { batches as english } from '#shared/refusals/batches.ts'

/** Refusals about batches of settlement files, in Italian. */
export const batches: Readonly<Record<keyof typeof english, string>> = {
  BATCH_KEPT: 'Si può eliminare solo un lotto aperto e senza pratiche. In alternativa, annullarlo.',
  BATCH_EMPTY: 'In questo lotto non c’è nessuna pratica. Aggiungerne una prima di sigillarlo.',
  BATCH_FULL: 'Un lotto per questo ente contiene al massimo %{limit} pratiche. Aprirne un altro per le restanti.',
  BATCH_BROKEN: 'Non tutte le pratiche di questo lotto sono presenti. Avvisare l’amministratore.',
  BATCH_BUSY: 'Altri stanno modificando questo lotto. Riprovare.',
  RECEIPT_NEEDED: 'Indicare il numero di ricevuta o il riferimento del portale come prova di consegna.',
  FILES_UNFIT: 'Non è stato aggiunto nulla: %{count} pratiche su %{total} non sono compatibili. %{reasons}',
  FILE_UNFIT: '%{number}: %{reasons}',
  FILE_IN_BATCH: 'È già in un altro lotto.',
  FILE_NOT_APPROVED: 'È nello stato “%{state}”; in un lotto entrano solo pratiche approvate.',
  FILE_OTHER_SITE: 'È di un’altra sede.',
  FILE_OTHER_PAYER: 'È per un altro ente pagatore.',
  FILE_OTHER_CARE: 'È di un altro tipo di assistenza.',
  FILE_OTHER_CURRENCY: 'È in un’altra valuta.',
  FILE_NOTHING_DUE: 'L’ente pagatore non deve nulla su questa pratica.',
  EXPORT_DIFFERS: 'Il file differisce dal lotto sigillato e non è stato conservato: %{differences}.',
  EXPORT_SHORT: 'Manca il paziente o la copertura di %{number}.',
}
