/** Texts of officers in the steps of a case. */
export const caseWords = {
  acknowledgedHow: [
    'By phone, the patient was reached at once',
    'By letter and text message',
    'In person, in the family room',
    'By e-mail in the patient’s language',
  ],
  plan: [
    'Hear the patient in the private room, ask the department for its account, compare both with the file and the invoice.',
    'Speak to the patient again with an interpreter; ask the head of the department for a written account by the agreed day.',
    'Trace the request step by step with the insurance desk, get the payer’s log, then call the patient with the result.',
    'Look at the camera times of the waiting area together with the shift leader; take the statements of both sides.',
  ],
  teamUnavailable: ['The employee concerned has left the hospital; the shift leader of that day has no memory of it.'],
  noRemedy: [
    'An apology and a full explanation were what was asked for; both were given in person.',
    'The price was agreed in writing and nothing went wrong; an explanation was given and accepted as such.',
    'The cause has been removed and the patient was told how; no money was lost.',
    'The payer has accepted the claim after all, so there is nothing left to remit.',
  ],
  waitingFor: [
    'Waiting for the patient’s bank details and the signed settlement.',
    'The family is travelling and asked to be called next week.',
    'The letter is with the patient; an answer is expected by Sunday.',
  ],
  resumed: ['The patient called back and is ready to go on.', 'The signed form has arrived.'],
  reopened: [
    'In the follow-up call the patient said that the promised refund has not arrived.',
    'The same thing happened again at the next visit.',
  ],
  withdrawn: [
    'The patient said on the phone that the matter is settled and wants nothing further.',
    'Sent twice by mistake; the patient confirmed it.',
  ],
  legal: ['A lawyer’s letter asks for compensation; own fault has not been found.'],
  merged: ['The same matter was received by e-mail and at the desk.'],
} as const
