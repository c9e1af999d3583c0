import type { settlements as english } from '#shared/refusals/settlements.ts'

/** Refusals about settlement files, in Italian. */
export const settlements: Readonly<Record<keyof typeof english, string>> = {
  FILE_PRICED: 'La pratica è valorizzata. Restituirla prima di cambiare visita, copertura o convenzione.',
  FILE_KEPT: 'Una pratica valorizzata o annullata si conserva. Si può eliminare solo una che nessuno ha valorizzato.',
  FILE_VERIFIED: 'La pratica è verificata. Restituirla prima di modificarla.',
  REPORT_MISSING: 'Manca la relazione medica. Allegarla per ricevere la cartella.',
  DOCUMENTS_MISSING: 'Non ci sono tutti i documenti. Mancano: %{missing}.',
  CONTRACT_MISSING: 'La convenzione di questa pratica non si trova.',
  CONTRACT_NOT_VALID: 'La convenzione non è valida nel giorno della prestazione: %{day}.',
  COVERAGE_INACTIVE: 'La copertura non è attiva nel giorno della prestazione: %{day}.',
  OTHER_PATIENT: 'La copertura è di un paziente diverso da quello della visita.',
  OTHER_PAYER: 'La convenzione è con un ente pagatore diverso da quello della copertura.',
  OTHER_SITE: 'La convenzione non vale per la sede di questa visita.',
  EDITS_FAILED: '%{reasons} Correggere, o indicare perché è giusto così.',
  DIAGNOSIS_MISSING: 'La pratica non ha un codice di diagnosi.',
  LINE_OUTSIDE: 'La riga %{line} è datata %{day}, fuori dal periodo di cura.',
  LINES_INVALID: 'Una prestazione non si può valorizzare: %{fields}.',
  TOTALS_CHANGED: 'Gli importi sono cambiati dopo l’ultima lettura. Rileggerli, poi verificare.',
  SUBMISSION_LATE: 'Termine di presentazione superato: %{day}. Indicare perché si approva comunque.',
}
