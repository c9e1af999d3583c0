/** Labels of the figures of a profile in Latvian. */
export const profileFigureLabels = {
  acknowledgementDays: 'Pirmā atbilde (darba dienās)',
  responseDays: 'Pilnā atbilde (dienās)',
  extensionNoticeDays: 'Pagarinājuma vēstule (dienās)',
  extensionMostDays: 'Pagarinājums ne ilgāks par (dienas)',
  extensionMostTimes: 'Vienas atbildes pagarinājumi, ne vairāk kā',
  directorToldMinutes: 'Direktors jāinformē (minūtēs)',
  handOverMinutes: 'Jānodod (minūtēs)',
  specialReportDays: 'Īpašais ziņojums (darba dienās)',
  approvalDecisionMinutes: 'Lēmums par piedāvājumu (darba minūtēs)',
  followUpFirstDay: 'Pēcsaziņas zvana pirmā diena',
  followUpDay: 'Pēcsaziņas zvana diena',
  followUpLastDay: 'Pēcsaziņas zvana pēdējā diena',
  contactFrom: 'Pacientiem zvana no',
  contactTo: 'Pacientiem zvana līdz',
  limitAMinor: 'Limits A: speciālists piedāvā līdz',
  limitBMinor: 'Limits B: nodaļas vadītājs piedāvā līdz',
  hasStatutoryLetter: 'Likums prasa atbildes vēstuli',
  retentionYears: 'Ierakstus glabā (gadus)',
  validFrom: 'Spēkā no',
}

/** Site profiles in Latvian. */
export const siteProfiles = {
  name: 'Iestādes profils |||| Iestāžu profili',
  fields: {
    ...profileFigureLabels,
    followUpText: 'Ko jautāt pēcsaziņas zvanā',
    statutoryLetterText: 'Likumā noteiktās vēstules teksts',
    validTo: 'Līdz',
    publishedAt: 'Publicēts',
    publishedBy: 'Publicēja',
    newName: 'Jaunā melnraksta nosaukums',
  },
  values: { status: { draft: 'Melnraksts', published: 'Publicēts', superseded: 'Seko cita versija' } },
  actions: {
    publish: {
      label: 'Publicēt',
      why: 'Termiņus, kas sākas no šīs dienas, skaita pēc šīs versijas; jau sāktie paliek, kā bija. Ja diena nav norādīta: šodien.',
    },
    withdraw: { label: 'Atsaukt', why: 'Versija vēl nav stājusies spēkā un atkal ir melnraksts.' },
    copy: { label: 'Kopēt', why: 'Jauns melnraksts sākas ar šīs versijas saturu.' },
    'set-end': { label: 'Pēdējā diena' },
  },
}
