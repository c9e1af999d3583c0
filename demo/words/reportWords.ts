/** Parts of special reports as a lead writes them. */
export const reportWords = {
  chronology: [
    '08:15 she arrived. 08:40 nobody had spoken to her. 09:10 the session began. 09:25 she said that it hurt. Next morning the blister.',
    'Thursday 19:30 discharge, the pharmacy closing. Friday 12:00 the dressing soaked, eleven calls to a number that rings out.',
  ],
  bothSides: [
    'The patient says that she was not heard; the team says that the remark was made once and was taken for nervousness.',
    'The family expected a number that answers; the ward had moved and nobody had changed the sheet.',
  ],
  findings: [
    'The settings were not those of the file. The technician is certified; the step that asks again was left out.',
    'The discharge was medically right. What was handed over with it was not.',
  ],
  causes: ['The step was left out because three patients were waiting.', 'The sheet has no owner.'],
  remedies: [
    'An apology of the hospital, the treatment of the burn, and the session refunded.',
    'An apology and a visit at home.',
  ],
  prevention: [
    'The device asks before it starts.',
    'The sheet belongs to the night desk, which tries the number out each month.',
  ],
  practiceChange: [
    'Nobody begins a session later than the booked time without a second look at the file.',
    'No discharge after 19:00 without a call the next morning.',
  ],
  returned: ['The two accounts contradict each other about 09:25. Please ask the nurse who was there.'],
  accountability:
    'The remark of the patient was passed over twice. She spoke of it openly and takes the training in March.',
} as const

/** Letters to patients about their cases. */
export const letterWords = {
  'statutory-response': {
    en: 'We have looked into your complaint. This is what we found, what we do about it, and whom you may ask if you do not agree.',
    ar: 'نظرنا في شكواكم. فيما يلي ما توصلنا إليه وما سنفعله حياله، ومن يمكنكم سؤاله إن لم توافقوا.',
  },
  'extension-notice': {
    en: 'We need more time to answer you well, because the account of the department is still missing. You will hear from us by the day named above.',
    ar: 'نحتاج إلى وقت أطول للرد عليكم كما يجب، لأن إفادة القسم لم تصل بعد. سنرد عليكم في اليوم المذكور أعلاه.',
  },
  'written-statement': {
    en: 'At your wish we confirm in writing what was explained to you in person about the treatment.',
    ar: 'بناء على رغبتكم نؤكد خطيًا ما شُرح لكم شخصيًا عن العلاج.',
  },
  sentHow: ['By registered mail', 'By e-mail, with a call', 'Handed over at the desk'],
  rejected: 'What was said in person is enough here; a statement would be read as an admission.',
} as const
