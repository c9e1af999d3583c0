/** Users in English. */
export const users = {
  name: 'User |||| Users',
  fields: { roles: 'Roles', subject: 'Sign-in' },
  values: {
    roles: {
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
    },
  },
}
