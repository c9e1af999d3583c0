import type { promises as english } from '#shared/refusals/promises.ts'

/** Refusals about promises and conversations, in Italian. */
export const promises: Readonly<Record<keyof typeof english, string>> = {
  PROMISE_PAST: 'La data è già passata. Indicare entro quando sarà mantenuto.',
  PROMISE_FAR: 'La data è a più di tre anni. Prendere un impegno che si possa mantenere prima.',
  PROMISE_OTHER_CONTACT: 'Quel colloquio era con un altro paziente. Sceglierne uno con il paziente di questo caso.',
  CONTACT_LATER: 'La data è nel futuro. Registrare un colloquio dopo che è avvenuto.',
  BOUNDARY_LATER: 'Un limite vale da quando è stato posto, e non può essere nel futuro. Correggere la data.',
  CONTACT_OTHER_PATIENT: 'Il caso riguarda un altro paziente. Scegliere un caso di questo paziente.',
  CORRECTION_OTHER: 'Ciò che si vuole correggere è di un altro caso o paziente. Scrivere lì la correzione.',
  LEAD_NEEDED:
    'In un caso grave un responsabile di unità o il direttore è presente per tutto il tempo. Indicarlo nel campo apposito.',
  LEAD_ROLE:
    'Chi è presente per tutto il tempo deve essere un responsabile di unità o un direttore di questa sede. Indicare un’altra persona.',
  DOCTOR_NEEDED:
    'Si tratta di un problema chirurgico, quindi partecipa il medico indicato nel caso. Indicare il medico presente.',
  DOCTOR_ROLE: 'Il medico che ha partecipato deve essere un sanitario. Indicare un’altra persona.',
  DOCTOR_OTHER:
    'Il caso non indica questo medico. Aggiungerlo al personale interessato dal caso, o indicarne un altro.',
  ESCORT_NEEDED: 'Un sanitario non incontra mai il paziente da solo. Indicare l’addetto presente per tutto il tempo.',
  ESCORT_ROLE: 'Chi accompagna un sanitario è un addetto o un superiore di questa sede. Indicare un’altra persona.',
  ESCORT_SAME: 'Nessuno accompagna sé stesso. Indicare un addetto presente accanto al medico.',
}
