/** Jobs in Italian. */
export const jobs = {
  name: 'Elaborazione |||| Elaborazioni',
  fields: {
    resource: 'Elenco',
    dueAt: 'In attesa dal',
    createdBy: 'Avviata da',
    finishedAt: 'Fine',
    request: 'Richiesta',
    done: 'Fatte',
    total: 'Totale',
    failed: 'Non riuscite',
    errors: 'Errori',
    result: 'Risultato',
    undoneBy: 'Annullata da',
  },
  values: {
    kind: {
      bulk: 'Modifica multipla',
      import: 'Importazione',
      'import-check': 'Verifica di un file',
      export: 'Esportazione',
      'batch-export': 'Esportazione di un lotto',
      'patient-export': 'Esportazione di un paziente',
      erasure: 'Cancellazione dati di un paziente',
      undo: 'Annullamento di una modifica',
    },
    status: {
      queued: 'In coda',
      running: 'In corso',
      done: 'Terminata',
      cancelled: 'Interrotta',
      failed: 'Non riuscita',
    },
  },
  actions: {
    cancel: { label: 'Interrompi' },
    undo: { label: 'Annulla la modifica' },
    wait: { label: 'In attesa' },
    resume: { label: 'Ripresa' },
    'remove-file': { label: 'File rimosso per cancellazione dati di un paziente' },
  },
}
