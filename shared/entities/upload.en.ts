/** Uploads in English. */
export const uploads = {
  name: 'Uploaded file |||| Uploaded files',
  fields: {
    purpose: 'For',
    name: 'File name',
    type: 'Kind of file',
    bytes: 'Bytes',
    sha256: 'Checksum',
    createdBy: 'Sent by',
    usedFor: 'Attached to',
    usedAt: 'Attached',
    openedAt: 'Last opened',
    openedBy: 'Last opened by',
  },
  values: {
    purpose: { document: 'A document of a record', import: 'An import into a list' },
    type: {
      'application/pdf': 'PDF',
      'image/jpeg': 'JPEG picture',
      'image/png': 'PNG picture',
      'text/csv': 'CSV',
      'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'XLSX',
    },
    status: { expected: 'On its way', used: 'Attached' },
  },
  actions: { use: { label: 'Attached' }, 'open-file': { label: 'Opened' } },
}
