/** Why a balance is written off, in Latvian. */
export const writeOffReasonNames = {
  'payer-final-denial': 'Maksātājs galīgi atteica',
  'small-balance': 'Neliels atlikums',
  goodwill: 'Laba griba',
  'time-limit': 'Beidzies pieprasīšanas termiņš',
}

/** Ledger entries in Latvian. */
export const ledgerEntries = {
  name: 'Grāmatojums |||| Grāmatojumi',
  fields: {
    fileId: 'Norēķins',
    amountMinor: 'Summa',
    offerId: 'Piedāvājums',
    writeOffReason: 'Norakstīšanas iemesls',
    postedBy: 'Iegrāmatoja',
  },
  values: { kind: { 'write-off': 'Norakstīšana' }, writeOffReason: writeOffReasonNames },
}
