/** Conversations about cases as officers write them down: what was said, and what was agreed. */
export const talks: Readonly<Record<'call' | 'meeting' | 'message', readonly (readonly [string, string?])[]>> = {
  call: [
    ['He asked when he hears from us. I told him what we look at first, and who is responsible.'],
    ['She was calm and wanted to know who had decided. I explained the steps.', 'She waits for the written answer.'],
    ['The patient’s brother called for him. I said what I may say and asked for his authority.'],
  ],
  meeting: [
    [
      'We sat in the private room for forty minutes. I listened to the whole of it before I asked anything.',
      'Agreed on what we look at, and when we meet again.',
    ],
    [
      'The head of the department explained what happened, step by step. The patient asked for it in writing.',
      undefined,
    ],
  ],
  message: [['Sent the itemised invoice and the name of the contact person.']],
}

/** Conversations that begin something: a boundary, a call for help, a visit. */
export const talkWords = {
  boundary: [
    'He shouted at the desk and used insulting words. I said that we help him gladly, and that we end the talk if it goes on.',
    'The talk ended. He called back in the evening and was calm.',
  ],
  help: [
    'The patient is shouting at the desk and the family is coming in.',
    'He will not leave the room before he sees a lead.',
  ],
  visit: [
    'I asked whether we may visit her at home to see the wound and talk about the care.',
    'She agreed to a visit.',
  ],
  noVisit: ['I asked whether we may visit him at home.', 'He does not want anybody to come.'],
  visitScope: 'One visit, by an officer and a nurse, about the care after the operation.',
} as const

/** What callers ask and hear. */
export const callWords = {
  satisfied: ['Everything came as promised.', 'She was pleased that somebody called at all.', ''],
  neutral: ['The answer is fine, he would rather not have needed it.', ''],
  unsatisfied: [
    'The promised refund has not arrived.',
    'The same thing happened again at the next visit, at the same desk.',
  ],
  handled: 'The appointment was moved to Thursday, as she wished.',
  declined: 'A single room cannot be promised in advance; he was told why.',
  complaint: 'The pharmacy closed before her prescription was ready, and nobody told her where to go.',
  clinical: 'The wound is red and warm, and he has had a fever since last night.',
  noAnswer: ['Rang out.', 'The phone is off.', ''],
  later: 'At work; asks to be called later.',
  refused: 'Does not want to be called about it any more.',
  vip: 'Call about the appointment of next month.',
  routine: 'Ask how the new medicine is going.',
  visit: 'See the wound, and whether the family manages.',
  cancelled: 'The patient is abroad until next month.',
} as const
