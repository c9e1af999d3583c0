/** Contacts in English. */
export const interactions = {
  name: 'Contact |||| Contacts',
  fields: {
    kind: 'What it was',
    at: 'When',
    place: 'Where',
    attendees: 'Who else was there',
    relation: 'Relation',
    escortId: 'Officer beside the doctor throughout',
    leadId: 'Unit manager or director present throughout',
    doctorId: 'Doctor who took part',
    details: 'What was said',
    resolution: 'What was agreed',
    conduct: 'A boundary was set',
    flag: 'Behaviour',
    boundarySetAt: 'Since',
    correctsId: 'Corrects',
    loggedBy: 'Written by',
    soundsLikePromise: 'Sounds like a promise',
  },
  values: {
    kind: { call: 'Call', meeting: 'Meeting', visit: 'Visit', message: 'Message' },
    place: {
      'private-room': 'Private room',
      lobby: 'Lobby',
      phone: 'Phone',
      video: 'Video',
      home: 'At home',
      written: 'In writing',
    },
    flag: { abusive: 'Abusive', threatening: 'Threatening', vexatious: 'Again and again without cause' },
  },
}
