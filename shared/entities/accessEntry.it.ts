/** Access entries in Italian. */
export const accessEntries = {
  name: 'Accesso a scheda riservata |||| Registro accessi',
  fields: {
    readAt: 'Lettura',
    userId: 'Letta da',
    way: 'Che cosa si è letto',
    resource: 'Elenco',
    recordId: 'Scheda',
    reasons: 'Motivo riservatezza',
  },
  values: {
    way: {
      record: 'La scheda',
      history: 'La cronologia',
      file: 'Un suo file',
      list: 'Un elenco di schede riservate',
      export: 'Un’esportazione',
    },
    reasons: { vip: 'Paziente VIP', accountability: 'Responsabilità individuali' },
  },
}
