/** Special reports in Italian. */
export const specialReports = {
  name: 'Relazione speciale |||| Relazioni speciali',
  fields: {
    chronology: 'Che cosa è successo, in ordine',
    bothSides: 'Che cosa hanno dichiarato il paziente e l’équipe',
    findings: 'Che cosa è emerso',
    causes: 'Perché è successo',
    remedies: 'Che cosa è stato fatto per il paziente',
    prevention: 'Che cosa lo previene',
    practiceChange: 'Che cosa facciamo ora in modo diverso',
    caseNumber: 'Caso',
    dueAt: 'Scadenza',
    submittedAt: 'Inoltro',
    submittedBy: 'Inoltrata da',
    acceptedAt: 'Accettazione',
    acceptedBy: 'Accettata da',
    returnReason: 'Che cosa manca',
    alarmPercent: 'Ultimo allarme (%)',
    alarmAt: 'Prossimo allarme',
  },
  values: {
    status: {
      draft: 'In scrittura',
      submitted: 'Inoltrata',
      returned: 'Restituita',
      accepted: 'Accettata',
    },
  },
  actions: {
    submit: { label: 'Inoltra', why: 'Ora la legge il direttore; il testo resta finché non viene restituita.' },
    accept: { label: 'Accetta', why: 'La relazione è completa, e il caso si può chiudere.' },
    return: { label: 'Restituisci', why: 'Torna a chi l’ha inoltrata.' },
    alarm: { label: 'Allarme' },
  },
}
