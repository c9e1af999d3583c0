import type { CaseStory } from './story.ts'

/** What Italian-speaking patients complain of and ask. */
export const it: readonly CaseStory[] = [
  {
    type: 'complaint',
    departments: ['Internal medicine', 'Plastic surgery', 'Orthopaedics'],
    text: 'Mia moglie è stata spostata di stanza tre volte in due giorni, l’ultima alle undici di sera. Nessuno si è scusato.',
    narrative:
      'La prima volta per un guasto all’aria condizionata, e va bene. La seconda perché il letto era “prenotato”. La terza alle undici di sera, quando dormiva. Ha perso gli occhiali nel trasloco e ancora non si trovano. Non chiediamo un albergo, chiediamo che si bussi prima di entrare.',
    translation:
      'The first time because the air conditioning had failed, fair enough. The second because the bed was "booked". The third at eleven at night, while she was asleep. She lost her glasses in the move and they have not been found. We are not asking for a hotel, we are asking that people knock before they come in.',
    team: 'Two of the three moves were for infection control. The third one was for convenience and should have waited until the morning. The glasses were found in the linen room.',
    demands: ['apology', 'explanation'],
    subjects: [
      ['respect and rights', 'medium'],
      ['environment', 'medium'],
    ],
    cause: 'facility',
    fault: 'own-fault',
    outcome: 'partly-upheld',
  },
  {
    type: 'complaint',
    text: 'Ho chiesto due volte una copia del referto e due volte mi è stato risposto “domani”. Sono passate tre settimane.',
    narrative:
      'Il referto mi serve per il medico a casa. La prima volta mancava la firma, la seconda mancava chi firma. La terza volta non ho più chiesto, ho scritto a voi. {doctor} è stato gentile, l’ufficio no.',
    translation:
      'I need the report for my doctor at home. The first time the signature was missing, the second time whoever signs was missing. The third time I did not ask any more, I wrote to you. {doctor} was kind, the office was not.',
    team: 'The report was signed on the second day and lay in the tray of the wrong clinic. The records office has no list of what is waiting to be collected.',
    demands: ['explanation', 'apology'],
    subjects: [['institutional processes', 'medium']],
    cause: 'unmet-expectation',
    fault: 'own-fault',
    outcome: 'upheld',
  },
  {
    type: 'payment-refusal',
    departments: ['Dermatology', 'Dental', 'Plastic surgery'],
    text: 'Il preventivo firmato era di poco più di metà del conto. Pago il preventivo, non i {amount} in più.',
    narrative:
      'Ho il preventivo con timbro e firma. Durante l’intervento mi hanno detto che “serviva anche altro”, ma nessuno ha parlato di soldi. Non si cambia il prezzo a una persona sdraiata.',
    translation:
      'I have the quotation, stamped and signed. During the procedure I was told that "something else was needed too", but nobody spoke of money. One does not change the price on somebody who is lying down.',
    team: 'The additional step was necessary. A quotation may be exceeded by a tenth without asking again; this was far more.',
    demands: ['discount', 'explanation'],
    subjects: [['communication', 'high']],
    cause: 'billing',
    fault: 'own-fault',
    outcome: 'upheld',
    disputed: [500, 1800],
  },
  {
    type: 'approval-delay',
    text: 'La mia assicurazione dice di non aver ricevuto nulla, voi dite di aver mandato tutto. Io intanto non dormo dal dolore.',
    narrative:
      'Sono otto giorni. Ogni volta che chiamo parlo con una persona diversa che ricomincia da capo. Vorrei un nome e un numero, e che quella persona mi richiamasse quando ha promesso.',
    translation:
      'It has been eight days. Every time I call I speak to somebody else, who starts all over again. I would like one name and one number, and that person to call me back when promised.',
    team: 'The request was sent to the assistance company, not to the insurer behind it. One coordinator has taken it over and calls the patient every second day.',
    demands: ['explanation'],
    subjects: [['communication', 'high']],
    cause: 'insurer',
    fault: 'own-fault',
    outcome: 'upheld',
  },
  {
    type: 'enquiry',
    text: 'Vorrei sapere se posso farmi accompagnare da un interprete alla visita di controllo e se devo prenotarlo io.',
    narrative: 'Capisco l’inglese, ma non i termini medici.',
    translation: 'I understand English, but not the medical terms.',
    team: 'Interpreters are free of charge and booked by the patient-relations desk; one day’s notice is enough.',
    demands: ['explanation'],
    subjects: [['communication', 'low']],
    cause: 'other',
    fault: 'communication',
    outcome: 'not-upheld',
  },
]
