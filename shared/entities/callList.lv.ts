/** Call lists in Latvian. */
export const callLists = {
  name: 'Zvanu saraksts |||| Zvanu saraksti',
  fields: {
    listOn: 'Diena',
    shares: 'Sadalījums',
    userId: 'Kas zvana',
    calls: 'Zvani',
    unassigned: 'Bez zvanītāja',
    late: 'Kavēti',
    summaryAt: 'Nedēļu apkopo no',
    summarisedAt: 'Nedēļa apkopota',
    followUpId: 'Pēcsaziņa',
    callerId: 'Kas zvana',
    isKept: 'Palika tam pašam',
    isLate: 'Kavēts',
    isLast: 'Pagaidām pēdējais',
    week: 'Nedēļa',
    planned: 'Bija termiņš',
    done: 'Paveikts',
    inWindow: 'Laikā',
    concerns: 'Ar bažām',
  },
  actions: {
    share: { label: 'Zvani sadalīti' },
    'await-summary': { label: 'Gaida nedēļas beigas' },
    summarise: { label: 'Nedēļa apkopota' },
  },
}
