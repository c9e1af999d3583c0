import { remedyNames } from './offer.lv.ts'

/** Offer rules in Latvian. */
export const offerRules = {
  name: 'Piedāvājumu noteikums |||| Piedāvājumu noteikumi',
  fields: {
    remedy: 'Risinājums',
    faultClasses: 'Kādai vainai (ja nav norādīts: visām)',
    caseTypes: 'Kādām lietām (ja nav norādīts: visām)',
    limits: 'Limiti',
    role: 'Loma',
    profileLimit: 'Iestādes limits',
    profileShareBp: 'Daļa no šī limita',
    maxMinor: 'Ne vairāk kā',
    maxPercentBp: 'Daļa no strīda summas',
    approverRole: 'Kas lemj par vairāk',
    patientCapMinor: 'Vienam pacientam 12 mēnešos ne vairāk kā',
    needs: 'Nosacījumi',
    wording: 'Vārdi pacientam',
    ruleVersion: 'Versija',
    validFrom: 'Spēkā no',
    validTo: 'Līdz',
    publishedAt: 'Publicēts',
    publishedBy: 'Publicēja',
    newName: 'Jaunās versijas nosaukums',
  },
  values: {
    remedy: remedyNames,
    faultClasses: {
      'own-fault': 'Mūsu vaina',
      communication: 'Komunikācija',
      'unreasonable-demand': 'Nesamērīga prasība',
    },
    caseTypes: {
      complaint: 'Sūdzība',
      'payment-refusal': 'Atsakās maksāt',
      'approval-delay': 'Saskaņojums kavējas',
      'coverage-refusal': 'Segums atteikts',
      enquiry: 'Uzziņa',
      compliment: 'Pateicība',
    },
    role: {
      'front-desk': 'Reģistratūra',
      officer: 'Pacientu attiecību speciālists',
      'unit-manager': 'Nodaļas vadītājs',
      director: 'Direktors',
    },
    profileLimit: { A: 'Limits A', B: 'Limits B' },
    approverRole: { 'unit-manager': 'Nodaļas vadītājs', director: 'Direktors' },
    needs: {
      'second-person': 'Lemj otra persona',
      'payer-final-answer': 'Maksātāja galīgā atbilde',
      'payer-contract-check': 'Līgums ar maksātāju to atļauj',
      'liability-notice': 'Atbildības apdrošinātājs informēts',
      'doctor-agrees': 'Ārsts piekrīt',
    },
    status: { draft: 'Melnraksts', published: 'Publicēts', withdrawn: 'Atsaukts' },
  },
  actions: {
    publish: {
      label: 'Publicēt',
      why: 'No šīs dienas piedāvājumus vērtē pēc šīs versijas. Ja diena nav norādīta: šodien.',
    },
    withdraw: { label: 'Atsaukt', why: 'Versija vēl nav stājusies spēkā, un turpina darboties iepriekšējā.' },
    copy: { label: 'Nākamā versija', why: 'Melnraksts sākas ar šīs versijas saturu.' },
    'set-end': { label: 'Pēdējā diena' },
  },
}
