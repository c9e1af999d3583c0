import type { reports as english } from '#shared/refusals/reports.ts'

/** Refusals about special reports and letters, in Italian. */
export const reports: Readonly<Record<keyof typeof english, string>> = {
  REPORT_PART_NEEDED: 'La relazione non è completa. Scrivere prima la parte “%{field}”.',
  REPORT_FIXED: 'La relazione è stata inoltrata, quindi il testo resta. Il direttore può restituirla per modifiche.',
  CASE_FIXED: 'Appartiene al suo caso e non si può spostare in un altro.',
  NO_STATUTORY_LETTER:
    'Il profilo di questa sede non prevede una lettera di legge. Un’attestazione scritta è un’eccezione che il direttore approva.',
  LETTER_FIXED: 'La lettera è stata inoltrata, quindi il testo resta. Scriverne una nuova, o far respingere questa.',
  LETTER_TIME: 'Una lettera si invia dopo l’approvazione, e non nel futuro. Correggere la data.',
  NOTE_ABOUT_SELF: 'Nessuno scrive sulle proprie responsabilità. Deve farlo un altro responsabile.',
  NOTE_FIXED: 'Una nota resta al suo caso e alla persona che riguarda. Scriverne un’altra.',
}
