/** Contacts in Latvian. */
export const interactions = {
  name: 'Saziņa |||| Saziņa',
  fields: {
    kind: 'Veids',
    at: 'Kad',
    place: 'Kur',
    attendees: 'Kas vēl piedalījās',
    relation: 'Saistība ar pacientu',
    escortId: 'Speciālists, kas visu laiku bija līdzās ārstam',
    leadId: 'Nodaļas vadītājs vai direktors, kas bija klāt visu laiku',
    doctorId: 'Ārsts, kas piedalījās',
    details: 'Ko runāja',
    resolution: 'Par ko vienojās',
    conduct: 'Noteikta robeža',
    flag: 'Izturēšanās',
    boundarySetAt: 'Kopš',
    correctsId: 'Labo ierakstu',
    loggedBy: 'Pierakstīja',
    soundsLikePromise: 'Izklausās pēc solījuma',
  },
  values: {
    kind: { call: 'Zvans', meeting: 'Tikšanās', visit: 'Vizīte', message: 'Ziņa' },
    place: {
      'private-room': 'Atsevišķa telpa',
      lobby: 'Vestibils',
      phone: 'Tālrunis',
      video: 'Video',
      home: 'Mājās',
      written: 'Rakstiski',
    },
    flag: { abusive: 'Aizskaroša', threatening: 'Draudoša', vexatious: 'Uzmācīga bez pamata' },
  },
}
