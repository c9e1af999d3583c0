/** The twelve roles of the hospital; a person may hold several, and four-eyes rules compare persons, never roles. */
export const roles = [
  'front-desk',
  'officer',
  'clinician',
  'unit-manager',
  'director',
  'insurance-clerk',
  'accountant',
  'accounts-supervisor',
  'services-manager',
  'delegate',
  'auditor',
  'admin',
] as const

/** One of the role ids a user record and a Cognito group share. */
export type Role = (typeof roles)[number]

/** Roles that see the records of every site. */
export const globalRoles: readonly Role[] = ['director', 'auditor', 'admin']

/** Everybody who works on cases, from taking the complaint to closing it. */
export const caseStaff: readonly Role[] = ['front-desk', 'officer', 'unit-manager', 'director']

/** Officers and the leads above them. */
export const officers: readonly Role[] = ['officer', 'unit-manager', 'director']

/** Complaint leads, levels 1 and 2. */
export const leads: readonly Role[] = ['unit-manager', 'director']

/** Everybody who handles a settlement file on its way to the payer. */
export const settlementStaff: readonly Role[] = [
  'insurance-clerk',
  'accountant',
  'accounts-supervisor',
  'services-manager',
  'delegate',
]

/** Everybody whose work is with a patient: cases, calls, visits and insurance. */
export const patientStaff: readonly Role[] = [...caseStaff, ...settlementStaff.filter((role) => role !== 'delegate')]

/** Everybody who may have to call or write to a patient, and those who oversee it. */
export const contactStaff: readonly Role[] = [...caseStaff, 'insurance-clerk', 'auditor', 'admin']

/** Those who look after the records of every desk, and those who only read them. */
export const overseers: readonly Role[] = ['auditor', 'admin']

/** Everyone who works in the panel. */
export const everyone: readonly Role[] = roles

/** Everyone who does something there; an auditor changes nothing. */
export const workers: readonly Role[] = roles.filter((role) => role !== 'auditor')
