/** Payers in English. */
export const payers = {
  name: 'Payer |||| Payers',
  fields: { licenceNo: 'Licence', vatNo: 'VAT number', deliveryMode: 'Delivery' },
  values: {
    type: { insurer: 'Insurer', tpa: 'Administrator (TPA)', employer: 'Employer', government: 'Government' },
    deliveryMode: { portal: 'Portal', courier: 'Courier', email: 'E-mail', api: 'Interface' },
  },
}
