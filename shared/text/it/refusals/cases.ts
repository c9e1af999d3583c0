import type { cases as english } from '#shared/refusals/cases.ts'

/** Refusals about cases, in Italian. */
export const cases: Readonly<Record<keyof typeof english, string>> = {
  SEVERITY_NEEDED: 'Indicare prima se il caso è ordinario o grave.',
  DEMANDS_NEEDED: 'Scrivere prima che cosa chiede il paziente.',
  PATIENT_STATEMENT_NEEDED: 'Il paziente non è ancora stato ascoltato. Raccogliere prima la sua dichiarazione.',
  TEAM_STATEMENT_NEEDED:
    'L’équipe non è ancora stata ascoltata. Raccogliere la sua dichiarazione, o far indicare al responsabile di unità perché non è possibile averla.',
  REMEDY_NEEDED: 'Presentare un’offerta, o scrivere perché non c’è nulla da offrire.',
  ACKNOWLEDGED_LATER: 'La data è nel futuro. Indicare quando il paziente ha avuto nostre notizie.',
  ACKNOWLEDGED_EARLIER: 'Il caso è arrivato dopo. Non può essere stato preso in carico prima.',
  NO_LEGAL_GROUND:
    'La via legale richiede la lettera di un avvocato, oppure una richiesta di risarcimento dove l’errore non è nostro.',
  ALREADY_MAJOR: 'Il caso è già grave.',
  NOT_MAJOR: 'Il caso non è grave: non serve informare il direttore.',
  DIRECTOR_KNOWS: 'Il direttore è già stato informato di questo caso.',
  DIRECTOR_FIRST: 'È un caso grave. Il direttore deve esserne informato prima della risposta.',
  NO_LIMIT: 'Per la risposta non decorre alcuna scadenza: non c’è nulla da prorogare.',
  NOTICE_TIME: 'La lettera di proroga parte dopo l’arrivo del caso, e non nel futuro. Correggere la data.',
  EXTENSION_LATE: 'La lettera di proroga è partita quando la risposta era già scaduta: la scadenza resta.',
  EXTENSION_SHORT: 'La proroga finisce prima della scadenza della risposta. Scegliere una data successiva.',
  EXTENSIONS_MANY:
    'La risposta è già stata prorogata %{limit} volte, e la sede non consente altre proroghe. Rispondere ora.',
  EXTENSION_LONG: 'La sede consente una proroga di %{limit} giorni al massimo. Scegliere una data precedente.',
  OFFER_WAITING:
    'Ci sono offerte in attesa di decisione (%{count}). Farle decidere, o annullarle, prima di risolvere il caso.',
  OFFERS_FROZEN: 'Il caso è in via legale, che blocca le sue offerte.',
  CASE_OVER: 'Il caso è chiuso, ritirato o unito: non vi si può iniziare nulla di nuovo. Riaprirlo prima.',
  CASE_RESOLVED: 'Il caso è risolto. Riaprirlo prima di chiedere un’altra offerta.',
  MERGE_WAITING:
    'Impegni o offerte di questo caso sono ancora in sospeso (%{count}). Concluderli prima, o unire l’altro caso a questo.',
  PROMISES_OPEN:
    'Ci sono impegni ancora aperti (%{count}). Mantenerli, o concluderli con un motivo, prima di chiudere.',
  CALL_NEEDED:
    'Il paziente non è stato chiamato da quando il caso è risolto. Chiamare prima: basta una chiamata, tre tentativi, o la volontà del paziente di non essere chiamato.',
  REPORT_NEEDED: 'È un caso grave. Il direttore deve accettare la relazione speciale prima della chiusura.',
  MAJOR_STAYS: 'Un caso grave resta grave.',
  MAJOR_REASONS_NEEDED: 'Indicare perché il caso è grave.',
  NO_HELP_CALLED: 'In questo caso nessuno attende aiuto.',
  SITE_FIXED: 'Un caso resta alla sede che lo ha ricevuto.',
}
