/** Texts of officers and leads about offers. */
export const offerWords = {
  note: [
    'She asked for half; this is what the rule allows without asking.',
    'The patient has been with us for nine years and came back after the session.',
    'Agreed with the head of the department on the phone.',
    'The whole sum would be goodwill twice over; this covers what went wrong.',
  ],
  writeOffNote: 'The payer’s denial is final, and the patient was told the session was covered.',
  approvalNote: ['In proportion to what happened.', 'Agreed, once.', 'Please explain the wording before the amount.'],
  rejected: [
    'Nothing went wrong here; an explanation is the right answer.',
    'The amount is half of the invoice for a delay of one hour. Ask again with less.',
  ],
  cancelled: ['The patient asked for a second session in its place.', 'Asked for twice by mistake.'],
  madeHow: [
    'On the phone, in the patient’s language',
    'At the desk, with the words on paper',
    'By e-mail, after a call',
    'In the private room, with the family present',
  ],
  declined: [
    'The patient wants an apology from the doctor and no money.',
    'The patient finds the amount too small and will think about the ombudsman.',
  ],
  evidence: [
    'Paid back to the card of the visit; accounts confirmed it.',
    'Credit note issued and sent to the patient.',
    'The new invoice is with the patient.',
  ],
  wordEvidence: [
    'Said in person; the patient thanked us.',
    'Said on the phone, and the patient repeated it in her words.',
  ],
} as const

/** The rules by which the sites of the demo offer money: their names, and what the patient hears. */
export const offerRuleWords = {
  fault: {
    name: 'Discount after our own fault',
    wording: {
      en: 'What happened was our fault, and we are sorry. We take this amount off your bill.',
      ar: 'ما حدث كان خطأ منا ونعتذر عنه. نخصم هذا المبلغ من فاتورتكم.',
    },
  },
  goodwill: {
    name: 'Discount as goodwill',
    wording: {
      en: 'We are sorry that your visit was not what you expected. As a gesture we take this amount off your bill.',
      ar: 'يؤسفنا أن زيارتكم لم تكن كما توقعتم. تقديرًا لكم نخصم هذا المبلغ من فاتورتكم.',
    },
  },
  gift: {
    name: 'A small gift',
    wording: {
      en: 'We are sorry for the wait. Please accept this voucher from us.',
      ar: 'نعتذر عن الانتظار. نرجو قبول هذه القسيمة منا.',
    },
  },
  next: 'Discount after our own fault, with a cap',
} as const
