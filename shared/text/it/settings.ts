/** The pages of site profiles and terms, in Italian. */
export const settings = {
  profiles: {
    why: 'Un profilo dice come lavora una sede: i suoi limiti di tempo e di denaro. Una versione in vigore non si modifica mai; la segue una nuova.',
    site: 'Sede',
    inForce: 'In vigore',
    noneInForce: 'Nessuna versione è in vigore: questa sede segue lo standard mostrato qui.',
    coming: 'Prossime',
    drafts: 'Bozze',
    noDraft: 'Nessuna bozza. Copiare la versione in vigore, o iniziarne una nuova.',
    earlier: 'Precedenti',
    open: 'Apri questa versione',
    changes: 'Che cosa cambia',
    setting: 'Impostazione',
    now: 'Ora',
    byDraft: 'Con questa bozza',
    same: 'Nessuna differenza rispetto a quanto è in vigore.',
    textDiffers: 'Testo diverso',
    cases:
      '%{count} caso aperto di questa sede: le scadenze in corso restano come sono iniziate, le nuove seguono questa versione. |||| %{count} casi aperti di questa sede: le scadenze in corso restano come sono iniziate, le nuove seguono questa versione.',
  },
  terms: {
    why: 'Moduli, filtri ed elenchi propongono queste voci. Una voce disattivata non viene più proposta; le schede che la contengono la mantengono.',
    list: 'Elenco',
    add: 'Aggiungi voce',
    codeWhy:
      'Ciò che le schede contengono e che gli altri sistemi inviano. Se vuoto, il nome inglese; poi non cambia più.',
    inUse: 'In uso',
    up: 'Sposta su: %{name}',
    down: 'Sposta giù: %{name}',
    switch: 'In uso: %{name}',
    none: 'Questo elenco è vuoto, quindi il suo campo non accetta nulla. Aggiungere una voce.',
  },
}
