/** Accountability notes in Latvian. */
export const accountabilityNotes = {
  name: 'Atbildības piezīme |||| Atbildības piezīmes',
  fields: {
    personId: 'Par kuru personu',
    findings: 'Konstatētais',
    measure: 'Pasākums',
    writtenBy: 'Rakstīja',
  },
  values: {
    measure: {
      talk: 'Pārrunas',
      training: 'Apmācība',
      warning: 'Brīdinājums',
      referral: 'Nodots tālāk',
      none: 'Nekas',
    },
  },
}
