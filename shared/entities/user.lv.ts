/** Roles in Latvian, by their ids. */
export const roleNames = {
  'front-desk': 'Reģistratūra',
  officer: 'Pacientu attiecību speciālists',
  clinician: 'Ārstniecības persona',
  'unit-manager': 'Nodaļas vadītājs',
  director: 'Direktors',
  'insurance-clerk': 'Apdrošināšanas speciālists',
  accountant: 'Grāmatvedis',
  'accounts-supervisor': 'Grāmatvedības vadītājs',
  'services-manager': 'Pakalpojumu vadītājs',
  delegate: 'Pārstāvis pie maksātājiem',
  auditor: 'Auditors',
  admin: 'Administrators',
}

/** Users in Latvian. */
export const users = {
  name: 'Lietotājs |||| Lietotāji',
  fields: {
    name: 'Vārds, uzvārds',
    roles: 'Lomas',
    subject: 'Pieteikšanās konts',
    onDuty: 'Dežūras',
    awayFrom: 'Prombūtnē no',
    awayTo: 'Prombūtnē līdz',
    deputyId: 'Aizvietotājs',
    noticeMail: 'Paziņojumi e-pastā',
    noticeHours: 'Nesteidzamo e-pastu laiks',
  },
  actions: {
    join: { label: 'Pieteikšanās konts izveidots' },
    'choose-mail': { label: 'Izvēlēties e-pastu', why: 'Kuri paziņojumi nāk arī e-pastā un kad.' },
    'plan-absence': { label: 'Plānot prombūtni', why: 'Prombūtnes laikā paziņojumus saņem jūsu aizvietotājs.' },
  },
  values: {
    roles: roleNames,
    noticeMail: { none: 'Bez e-pasta', urgent: 'Tikai steidzamie paziņojumi', all: 'Visi paziņojumi' },
  },
}
