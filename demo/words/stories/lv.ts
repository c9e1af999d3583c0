import type { CaseStory } from './story.ts'

/** What Latvian-speaking patients complain of and praise. */
export const lv: readonly CaseStory[] = [
  {
    type: 'complaint',
    departments: ['Internal medicine', 'Plastic surgery', 'Orthopaedics'],
    text: 'Pēc operācijas man iedeva zāles, pret kurām man ir alerģija. Tas ir rakstīts uz manas rokassprādzes. Paldies Dievam, es izlasīju iepakojumu.',
    narrative:
      'Māsa atnāca naktī, iedeva tableti un glāzi ūdens. Es paprasīju, kas tas ir. Viņa nosauca vārdu, un es parādīju sarkano rokassprādzi. Viņa nobālēja un aizgāja. Neviens vairs neatnāca paskaidrot. Es līdz rītam negulēju.',
    translation:
      'The nurse came at night and gave me a tablet and a glass of water. I asked what it was. She said the name, and I showed her the red wristband. She turned pale and left. Nobody came back to explain. I did not sleep until morning.',
    team: 'A near miss. The allergy is in the file and on the wristband, but not in the order, which was copied from a standard set. Reported on the same night; the set now asks for allergies.',
    demands: ['explanation', 'apology', 'staff-action'],
    subjects: [
      ['safety', 'high'],
      ['communication', 'high'],
    ],
    cause: 'clinical',
    fault: 'own-fault',
    outcome: 'upheld',
    isGrave: true,
  },
  {
    type: 'complaint',
    departments: ['Dental', 'Internal medicine', 'Dermatology', 'Emergency'],
    text: 'Pieraksts bija plkst. 9.30, pieņēma 11.10. Uz jautājumu, cik vēl jāgaida, atbildēja ar plecu raustīšanu.',
    narrative:
      'Es biju pirmā rindā un redzēju, ka kabinets stāv tukšs. Pēc stundas prasīju, kas notiek. Reģistratore paraustīja plecus un turpināja rakstīt. Man nav žēl laika, man ir žēl, ka ar mani nerunā.',
    translation:
      'I was first in line and could see that the consulting room was empty. After an hour I asked what was going on. The receptionist shrugged and went on writing. I do not mind the time, I mind not being spoken to.',
    team: 'The doctor had been called to the ward. The desk was told, but did not pass it on.',
    demands: ['apology'],
    subjects: [['communication', 'medium']],
    cause: 'waiting',
    fault: 'communication',
    outcome: 'upheld',
  },
  {
    type: 'payment-refusal',
    text: 'Rēķinā ir ieraksts “cits – {amount}”. Es nemaksāju par vārdu “cits”.',
    narrative:
      'Es palūdzu atšifrējumu. Kasē teica, ka to var dabūt grāmatvedībā, grāmatvedībā – ka kasē. Samaksāju visu pārējo un atstāju savu tālruņa numuru. Neviens nepiezvanīja, bet pēc nedēļas pienāca atgādinājums.',
    translation:
      'I asked for a breakdown. The cashier said that accounting has it, accounting said that the cashier has it. I paid everything else and left my phone number. Nobody called, but a week later a reminder came.',
    team: 'The line stands for a dressing set. It was entered as free text because its code had expired.',
    demands: ['explanation', 'write-off'],
    subjects: [['institutional processes', 'medium']],
    cause: 'billing',
    fault: 'own-fault',
    outcome: 'upheld',
    disputed: [90, 480],
  },
  {
    type: 'approval-delay',
    text: 'Apdrošinātājs gaida slimnīcas papīrus, slimnīca gaida apdrošinātāju. Es gaidu abus jau desmit dienas.',
    narrative:
      'Katru reizi man saka, ka atbilde būs rīt. Es lūdzu, lai man parāda, kas ir nosūtīts un kad. To man neviens nevarēja parādīt.',
    translation:
      'Every time I am told that the answer will come tomorrow. I asked to be shown what was sent and when. Nobody could show me that.',
    team: 'The request was sent on the first day; the payer’s portal shows it as a draft, for the last page was not confirmed.',
    demands: ['explanation', 'apology'],
    subjects: [['institutional processes', 'high']],
    cause: 'insurer',
    fault: 'own-fault',
    outcome: 'upheld',
  },
  {
    type: 'compliment',
    text: 'Liels paldies {doctor} par to, ka viņš man zvanīja svētdienā, lai pajautātu, kā es jūtos. Tādu ārstu ir maz.',
    narrative: 'Vienkārši gribēju, lai kāds to zina.',
    translation: 'I simply wanted somebody to know.',
    team: 'Passed on to the doctor and the head of the department.',
    demands: [],
    subjects: [['listening', 'high']],
    cause: 'other',
    fault: 'communication',
    outcome: 'not-upheld',
  },
]
