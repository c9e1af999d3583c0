/** Call lists in Italian. */
export const callLists = {
  name: 'Lista chiamate |||| Liste chiamate',
  fields: {
    listOn: 'Giorno',
    shares: 'Ripartizione',
    userId: 'Chi chiama',
    calls: 'Chiamate',
    unassigned: 'Non assegnate',
    late: 'In ritardo',
    summaryAt: 'Riepilogo da',
    summarisedAt: 'Riepilogo fatto',
    followUpId: 'Ricontatto',
    callerId: 'Chi chiama',
    isKept: 'Rimasta a chi l’aveva',
    isLate: 'In ritardo',
    isLast: 'Ultima per ora',
    week: 'Settimana',
    planned: 'Previste',
    done: 'Concluse',
    inWindow: 'Nei tempi',
    concerns: 'Con problemi',
  },
  actions: {
    share: { label: 'Chiamate ripartite' },
    'await-summary': { label: 'Attende la fine della settimana' },
    summarise: { label: 'Riepilogo della settimana fatto' },
  },
}
