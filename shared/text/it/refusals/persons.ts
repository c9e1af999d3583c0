import type { persons as english } from '#shared/refusals/persons.ts'

/** Refusals about who may do something, and who stands in for whom, in Italian. */
export const persons: Readonly<Record<keyof typeof english, string>> = {
  SIGN_IN: 'Effettuare prima l’accesso.',
  SESSION_ENDED: 'Questa sessione è terminata. Accedere di nuovo.',
  ROLE: 'Il Suo ruolo non lo comprende.',
  FIELD_ROLE: 'Il Suo ruolo non può modificare questo campo: %{field}.',
  FOREIGN_SITE: 'Quella sede non è tra le Sue.',
  NO_USER: 'Il Suo account non è attivo qui. Rivolgersi a un amministratore.',
  FOUR_EYES: 'L’azione “%{taken}” è stata eseguita da Lei. Questa spetta a un’altra persona.',
  LEAD_DECIDES: 'Solo il responsabile di unità può decidere senza la dichiarazione dell’équipe.',
  LEAD_CLOSES: 'Un caso grave lo chiude un responsabile di unità o il direttore.',
  SECOND_PERSON_CLOSES:
    'Tutte le azioni di questo caso sono state eseguite da Lei, ed è stato concesso un importo. Deve chiuderlo un’altra persona.',
  VOID_OFFICES: 'Il responsabile contabilità e il responsabile servizi annullano una pratica insieme.',
  TEAM_SIDE_ONLY:
    'Un sanitario rende la dichiarazione dell’équipe; quella del paziente la raccoglie l’ufficio relazioni con i pazienti.',
  OWN_ONLY: 'Può sceglierlo solo la persona stessa, o un amministratore.',
  NOT_ADDRESSEE: 'Solo il destinatario segna un avviso come letto.',
  DEPUTY_SELF: 'Nessuno è sostituto di sé stesso. Scegliere un’altra persona.',
  DEPUTY_INACTIVE: 'Il sostituto non lavora più qui. Scegliere un’altra persona.',
  AWAY_ORDER: 'L’assenza finisce prima di iniziare. Correggere una delle due date.',
}
