/** Forms and pages of any record, in Italian. */
export const record = {
  form: {
    create: 'Aggiungi %{name}',
    edit: 'Modifica %{name} %{title}',
    change: 'Modifica',
    save: 'Salva',
    cancel: 'Annulla',
    zone: 'Ora di %{zone}',
    notSaid: 'Non indicato',
  },
  show: { details: 'Dettagli', facts: 'Dati registrati' },
  history: {
    title: 'Cronologia',
    empty: 'Ancora nessun evento.',
    nothing: 'nulla',
    content: 'nuovo contenuto',
    erased: 'cancellato',
    reasonErased: 'Il motivo è stato cancellato.',
    product: 'Redress (automatico)',
  },
  restricted: {
    name: 'Riservato',
    noted: 'L’apertura di questa scheda è stata registrata.',
    readers: 'Chi l’ha letta',
  },
  entries: {
    add: 'Aggiungi %{noun}',
    up: 'Sposta su: %{noun} %{number}',
    down: 'Sposta giù: %{noun} %{number}',
    remove: 'Rimuovi: %{noun} %{number}',
  },
  steps: {
    confirm: 'Scrivere per confermare: %{label}',
    confirmWith: 'Scrivere “%{value}”.',
    done: 'Fatto: %{action}',
    others: '1 altra azione |||| %{smart_count} altre azioni',
    othersTitle: 'Azioni non possibili ora',
  },
}
