import type { Action } from '#shared/declaration/entity.ts'
import { choice, currency, day, money, reference, required, text } from '#shared/declaration/field.ts'
import { writeOffReasons } from './choices.ts'

/** The steps of a settlement file that say what is still open of it. */
export const balanceActions = {
  'record-payer-answer': {
    from: ['delivered', 'acknowledged', 'adjudicated'],
    to: 'adjudicated',
    body: {
      payerAnswer: required(choice(['paid', 'denied-final'])),
      payerAnsweredOn: required(day()),
      payerReference: required(text(80)),
      payerPaidMinor: required(money()),
    },
    allow: ['accounts-supervisor', 'accountant'],
  },
  'write-off': {
    from: ['adjudicated', 'reconciled'],
    body: {
      amountMinor: required(money()),
      currency: required(currency()),
      offerId: required(reference('offers')),
      writeOffReason: choice(writeOffReasons),
      postedBy: reference('users'),
    },
    allow: [],
  },
} as const satisfies Readonly<Record<string, Action>>
