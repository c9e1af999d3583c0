/** Labels of the figures of a profile in Italian; a site keeps them of its newest versions. */
export const profileFigureLabels = {
  acknowledgementDays: 'Presa in carico entro (giorni lavorativi)',
  responseDays: 'Risposta entro (giorni)',
  extensionNoticeDays: 'Lettera di proroga entro (giorni)',
  extensionMostDays: 'Durata massima di una proroga (giorni)',
  extensionMostTimes: 'Proroghe massime di una risposta',
  directorToldMinutes: 'Direttore informato entro (minuti)',
  handOverMinutes: 'Arrivo di un addetto entro (minuti)',
  specialReportDays: 'Relazione speciale entro (giorni lavorativi)',
  approvalDecisionMinutes: 'Offerta decisa entro (minuti lavorativi)',
  followUpFirstDay: 'Primo giorno della chiamata di ricontatto',
  followUpDay: 'Giorno della chiamata di ricontatto',
  followUpLastDay: 'Ultimo giorno della chiamata di ricontatto',
  contactFrom: 'Si chiamano i pazienti dalle',
  contactTo: 'Si chiamano i pazienti fino alle',
  limitAMinor: 'Limite A: un addetto offre fino a',
  limitBMinor: 'Limite B: un responsabile di unità offre fino a',
  hasStatutoryLetter: 'La legge richiede una lettera di risposta',
  retentionYears: 'Conservazione delle schede (anni)',
  validFrom: 'In vigore dal',
}

/** Site profiles in Italian. */
export const siteProfiles = {
  name: 'Profilo di sede |||| Profili di sede',
  fields: {
    ...profileFigureLabels,
    followUpText: 'Che cosa chiedere nella chiamata di ricontatto',
    statutoryLetterText: 'Testo della lettera prevista dalla legge',
    validTo: 'Fino al',
    publishedAt: 'Pubblicazione',
    publishedBy: 'Pubblicato da',
    newName: 'Nome della nuova bozza',
  },
  values: { status: { draft: 'Bozza', published: 'Pubblicato', superseded: 'Segue un’altra versione' } },
  actions: {
    publish: {
      label: 'Pubblica',
      why: 'Le scadenze che iniziano da quel giorno lo seguono; quelle già in corso restano come sono iniziate. Oggi, se vuoto.',
    },
    withdraw: { label: 'Revoca', why: 'Non è ancora entrato in vigore, e torna a essere una bozza.' },
    copy: { label: 'Copia', why: 'Una nuova bozza parte da ciò che dice questa versione.' },
    'set-end': { label: 'Ultimo giorno' },
  },
}
