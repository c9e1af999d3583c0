import type { Case } from '#shared/entities/case.ts'

/** What officers promise patients, and what became of it. */
export const promiseWords = {
  toPatient: [
    'We will call you with the result of the review.',
    'I promise that the head of the department will call you himself.',
    'We will send you the itemised invoice.',
    'You will have the answer of the insurer from us, and not from the desk.',
    'We will refund the amount to your card.',
  ],
  kept: [
    'Called at the agreed hour; the patient had everything explained.',
    'Sent by e-mail, and the patient confirmed that it arrived.',
    'The head of the department called and spoke for ten minutes.',
  ],
  keptLate: ['Called a day late; the patient had waited for it and was told why.'],
  broken: ['The insurer gave no answer in time, and nobody told the patient. An apology was made afterwards.'],
  renegotiated: ['The payer needs two more days; the patient was called and agreed.'],
  cancelled: ['The patient no longer wants the call.'],
  toldHow: ['On the phone', 'By e-mail, in the patient’s language', 'At the next visit'],
} as const

/** What is promised so that it does not happen again, by the cause of the case. */
export const preventionWords: Readonly<Record<NonNullable<Case['cause']>, string>> = {
  'unmet-expectation': 'The consent sheet of the laser clinic says what the result depends on, with a picture.',
  attitude: 'The registration desk takes the half-day on respect, and the shift leader listens in twice a month.',
  clinical: 'The device asks for the skin type before every session, and a remark about pain stops it.',
  billing: 'The price is said and signed before the session begins, in the patient’s language.',
  waiting: 'Whoever waits longer than forty minutes is spoken to by the shift leader.',
  insurer: 'The insurance desk calls the patient on the day on which a request is older than two days.',
  facility: 'The technical department walks through the ward every Monday with the list of last week.',
  other: 'The number on the discharge sheet is tried out on the first of each month.',
}

/** What became of prevention actions. */
export const preventionDone = [
  'In force since Sunday; the sheet is in the folder of the ward.',
  'Held with eleven of fourteen; the others follow next month.',
  'Tried out for a week; the shift leader keeps the list.',
] as const
