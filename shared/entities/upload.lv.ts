/** Uploads in Latvian. */
export const uploads = {
  name: 'Augšupielādēts fails |||| Augšupielādētie faili',
  fields: {
    purpose: 'Nolūks',
    name: 'Faila nosaukums',
    type: 'Faila veids',
    bytes: 'Baiti',
    sha256: 'Kontrolsumma',
    createdBy: 'Nosūtīja',
    usedFor: 'Pievienots ierakstam',
    usedAt: 'Pievienots',
    openedAt: 'Pēdējoreiz atvērts',
    openedBy: 'Pēdējoreiz atvēra',
  },
  values: {
    purpose: { document: 'Ieraksta dokuments', import: 'Imports sarakstā' },
    type: {
      'application/pdf': 'PDF',
      'image/jpeg': 'JPEG attēls',
      'image/png': 'PNG attēls',
      'text/csv': 'CSV',
      'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'XLSX',
    },
    status: { expected: 'Ceļā', used: 'Pievienots' },
  },
  actions: { use: { label: 'Pievienots' }, 'open-file': { label: 'Atvērts' } },
}
