/** Jobs in Latvian. */
export const jobs = {
  name: 'Uzdevums |||| Uzdevumi',
  fields: {
    resource: 'Saraksts',
    dueAt: 'Gaida kopš',
    createdBy: 'Izveidoja',
    finishedAt: 'Pabeigts',
    request: 'Pieprasījums',
    done: 'Paveikts',
    total: 'No',
    failed: 'Neizdevās',
    errors: 'Kļūdas',
    result: 'Rezultāts',
    undoneBy: 'Atsauca',
  },
  values: {
    kind: {
      bulk: 'Grupveida izmaiņas',
      import: 'Imports',
      'import-check': 'Faila pārbaude',
      export: 'Eksports',
      'batch-export': 'Paketes eksports',
      'patient-export': 'Pacienta datu eksports',
      erasure: 'Pacienta datu dzēšana',
      undo: 'Izmaiņu atsaukšana',
    },
    status: { queued: 'Rindā', running: 'Notiek', done: 'Paveikts', cancelled: 'Atcelts', failed: 'Neizdevās' },
  },
  actions: {
    cancel: { label: 'Atcelt' },
    undo: { label: 'Atsaukt' },
    wait: { label: 'Gaida' },
    resume: { label: 'Sākts no jauna' },
    'remove-file': { label: 'Fails dzēsts, jo izdzēsti pacienta dati' },
  },
}
