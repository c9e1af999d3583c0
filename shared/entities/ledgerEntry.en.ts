/** Why a balance is written off, in English. */
export const writeOffReasonNames = {
  'payer-final-denial': 'The payer denied it for good',
  'small-balance': 'A small balance',
  goodwill: 'Goodwill',
  'time-limit': 'The time to claim it has passed',
}

/** Ledger entries in English. */
export const ledgerEntries = {
  name: 'Ledger entry |||| Ledger entries',
  fields: {
    fileId: 'Settlement file',
    amountMinor: 'Amount',
    offerId: 'Offer',
    writeOffReason: 'Why it was written off',
    postedBy: 'Posted by',
  },
  values: { kind: { 'write-off': 'Write-off' }, writeOffReason: writeOffReasonNames },
}
