/** Payers in Italian. */
export const payers = {
  name: 'Ente pagatore |||| Enti pagatori',
  fields: { licenceNo: 'Licenza', vatNo: 'Partita IVA', deliveryMode: 'Consegna' },
  values: {
    type: {
      insurer: 'Assicurazione',
      tpa: 'Gestore (TPA)',
      employer: 'Datore di lavoro',
      government: 'Ente pubblico',
    },
    deliveryMode: { portal: 'Portale', courier: 'Corriere', email: 'E-mail', api: 'Interfaccia' },
  },
}
