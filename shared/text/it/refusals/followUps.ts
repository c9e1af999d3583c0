/** Refusals about follow-ups, in Italian. */
export const followUps = {
  WINDOW_ORDER: 'Un ricontatto finisce dopo il suo inizio. Scegliere una fine successiva.',
  FOLLOW_UP_PATIENT_FIXED: 'Un ricontatto resta al suo paziente. Annullare questo e pianificarne un altro.',
  VISIT_FIXED:
    'Una visita richiede il consenso e una chiamata no, quindi l’una non diventa mai l’altra. Pianificare un altro ricontatto.',
  FOLLOW_UP_OVER: 'Il ricontatto è concluso: la sua pianificazione non cambia più. Pianificarne un altro.',
  CASE_OF_OTHER: 'Il caso riguarda un altro paziente. Scegliere un caso di questo paziente.',
  VISIT_OF_OTHER: 'La visita era di un altro paziente. Sceglierne una di questo paziente.',
  CALL_TIME_PAST: 'La data è già passata. Sceglierne una futura.',
  OUTSIDE_CONTACT_HOURS: 'A quell’ora la sede non contatta i pazienti. Scegliere un’ora nella fascia di contatto.',
  OUTSIDE_WINDOW: 'La chiamata è prevista in altri giorni. Scegliere un momento al loro interno, o cambiarli prima.',
  LISTED_ALREADY: 'La chiamata non è prevista ora: è già in una lista, o attende un giorno successivo.',
  NO_CONSENT_NEEDED: 'Solo una visita a domicilio richiede il consenso.',
  CONSENT_NEEDED:
    'Il paziente non ha acconsentito a una visita. Chiamare, registrare la chiamata e prima annotare la risposta.',
  CONSENT_CALL_NEEDED:
    'Il consenso si dà al telefono. Scegliere la chiamata, di ora o precedente, in cui è stato dato.',
  CONSENT_OF_OTHER: 'Quella chiamata era con un altro paziente. Scegliere la chiamata con questo paziente.',
  VISIT_TO_COME: 'L’orario concordato non è ancora arrivato. Registrare l’esito della visita dopo che è avvenuta.',
  SURVEY_FIRST: 'Le domande non hanno ancora risposta. Raccogliere prima le risposte al telefono.',
  OUTCOME_OTHER_KIND: 'Non è un esito di questo tipo di ricontatto. Sceglierne uno tra: %{possible}.',
  CONCERNS_NEEDED: 'Scrivere che cosa ha detto il paziente: altri dovranno agire su questa base.',
  NO_MARKETING_CONSENT:
    'Il paziente non ha acconsentito a ricevere proposte di altri servizi. Lasciare vuoto l’interesse.',
  INTEREST_IN_OPEN_CASE: 'Il paziente ha un caso aperto: ora non si propone nulla. Lasciare vuoto l’interesse.',
  WEEK_WRONG: 'Indicare una settimana, per esempio 2026-W48.',
}
