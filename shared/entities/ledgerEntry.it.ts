/** Why a balance is written off, in Italian. */
export const writeOffReasonNames = {
  'payer-final-denial': 'Diniego definitivo dell’ente',
  'small-balance': 'Saldo esiguo',
  goodwill: 'Gesto di cortesia',
  'time-limit': 'Termine per richiederlo scaduto',
}

/** Ledger entries in Italian. */
export const ledgerEntries = {
  name: 'Scrittura contabile |||| Scritture contabili',
  fields: {
    fileId: 'Pratica di liquidazione',
    amountMinor: 'Importo',
    offerId: 'Offerta',
    writeOffReason: 'Motivo dello stralcio',
    postedBy: 'Registrata da',
  },
  values: { kind: { 'write-off': 'Stralcio' }, writeOffReason: writeOffReasonNames },
}
