/** Roles in English, by their ids. */
export const roleNames = {
  'front-desk': 'Front desk',
  officer: 'Patient-relations officer',
  clinician: 'Clinician',
  'unit-manager': 'Unit manager',
  director: 'Director',
  'insurance-clerk': 'Insurance clerk',
  accountant: 'Accountant',
  'accounts-supervisor': 'Accounts supervisor',
  'services-manager': 'Services manager',
  delegate: 'Insurance delegate',
  auditor: 'Auditor',
  admin: 'Administrator',
}

/** Users in English. */
export const users = {
  name: 'User |||| Users',
  fields: {
    roles: 'Roles',
    subject: 'Sign-in',
    onDuty: 'On duty',
    awayFrom: 'Away from',
    awayTo: 'Away until',
    deputyId: 'Deputy',
    noticeMail: 'Mail about notices',
    noticeHours: 'Hours for mail that is not urgent',
  },
  actions: {
    join: { label: 'Sign-in created' },
    'choose-mail': { label: 'Choose your mail', why: 'Which notices also come by mail, and when.' },
    'plan-absence': { label: 'Plan your absence', why: 'While you are away your deputy is told instead of you.' },
  },
  values: {
    roles: roleNames,
    noticeMail: { none: 'No mail', urgent: 'Urgent notices only', all: 'Every notice' },
  },
}
