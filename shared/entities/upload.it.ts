/** Uploads in Italian. */
export const uploads = {
  name: 'File caricato |||| File caricati',
  fields: {
    purpose: 'Scopo',
    name: 'Nome del file',
    type: 'Tipo di file',
    bytes: 'Byte',
    sha256: 'Codice di controllo',
    createdBy: 'Inviato da',
    usedFor: 'Allegato a',
    usedAt: 'Data allegato',
    openedAt: 'Ultima apertura',
    openedBy: 'Ultima apertura di',
  },
  values: {
    purpose: { document: 'Documento di una scheda', import: 'Importazione in un elenco' },
    type: {
      'application/pdf': 'PDF',
      'image/jpeg': 'Immagine JPEG',
      'image/png': 'Immagine PNG',
      'text/csv': 'CSV',
      'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'XLSX',
    },
    status: { expected: 'In arrivo', used: 'Allegato' },
  },
  actions: { use: { label: 'Allegato' }, 'open-file': { label: 'Aperto' } },
}
