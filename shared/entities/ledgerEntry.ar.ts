/** Why a balance is written off, in Arabic. */
export const writeOffReasonNames = {
  'payer-final-denial': 'رفضته جهة الدفع نهائيًا',
  'small-balance': 'رصيد صغير',
  goodwill: 'حسن نية',
  'time-limit': 'انقضت مهلة المطالبة به',
}

/** Ledger entries in Arabic. */
export const ledgerEntries = {
  name: 'قيد |||| القيود',
  fields: {
    fileId: 'ملف المطالبة',
    amountMinor: 'المبلغ',
    offerId: 'العرض',
    writeOffReason: 'سبب الشطب',
    postedBy: 'قيّده',
  },
  values: { kind: { 'write-off': 'شطب' }, writeOffReason: writeOffReasonNames },
}
