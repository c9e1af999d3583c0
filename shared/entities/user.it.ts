/** Roles in Italian, by their ids. */
export const roleNames = {
  'front-desk': 'Accettazione',
  officer: 'Addetto relazioni pazienti',
  clinician: 'Sanitario',
  'unit-manager': 'Responsabile di unità',
  director: 'Direttore',
  'insurance-clerk': 'Addetto assicurazioni',
  accountant: 'Contabile',
  'accounts-supervisor': 'Responsabile contabilità',
  'services-manager': 'Responsabile servizi',
  delegate: 'Delegato assicurativo',
  auditor: 'Revisore',
  admin: 'Amministratore',
}

/** Users in Italian. */
export const users = {
  name: 'Utente |||| Utenti',
  fields: {
    roles: 'Ruoli',
    subject: 'Accesso',
    onDuty: 'In servizio',
    awayFrom: 'Assente dal',
    awayTo: 'Assente fino al',
    deputyId: 'Sostituto',
    noticeMail: 'Avvisi per e-mail',
    noticeHours: 'Orari per le e-mail non urgenti',
  },
  actions: {
    join: { label: 'Accesso creato' },
    'choose-mail': { label: 'Scegli le e-mail', why: 'Quali avvisi arrivano anche per e-mail, e quando.' },
    'plan-absence': {
      label: 'Pianifica l’assenza',
      why: 'Durante l’assenza viene avvisato il sostituto.',
    },
  },
  values: {
    roles: roleNames,
    noticeMail: { none: 'Nessuna e-mail', urgent: 'Solo avvisi urgenti', all: 'Tutti gli avvisi' },
  },
}
