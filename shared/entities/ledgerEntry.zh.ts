/** Why a balance is written off, in Chinese. */
export const writeOffReasonNames = {
  'payer-final-denial': '支付方最终拒付',
  'small-balance': '余额较小',
  goodwill: '善意补偿',
  'time-limit': '申报期限已过',
}

/** Ledger entries in Chinese. */
export const ledgerEntries = {
  name: '账目',
  fields: {
    fileId: '结算案卷',
    amountMinor: '金额',
    offerId: '补救方案',
    writeOffReason: '核销原因',
    postedBy: '记账人',
  },
  values: { kind: { 'write-off': '核销' }, writeOffReason: writeOffReasonNames },
}
