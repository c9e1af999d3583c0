/** Payers in Latvian. */
export const payers = {
  name: 'Maksātājs |||| Maksātāji',
  fields: { licenceNo: 'Licence', vatNo: 'PVN numurs', deliveryMode: 'Piegādes veids' },
  values: {
    type: {
      insurer: 'Apdrošinātājs',
      tpa: 'Administrators (TPA)',
      employer: 'Darba devējs',
      government: 'Valsts',
    },
    deliveryMode: { portal: 'Portāls', courier: 'Kurjers', email: 'E-pasts', api: 'Saskarne' },
  },
}
