/** Access entries in Latvian. */
export const accessEntries = {
  name: 'Piekļuve ierobežotam ierakstam |||| Piekļuves žurnāls',
  fields: {
    readAt: 'Skatīts',
    userId: 'Skatīja',
    way: 'Kas skatīts',
    resource: 'Saraksts',
    recordId: 'Ieraksts',
    reasons: 'Ierobežojuma iemesls',
  },
  values: {
    way: {
      record: 'Ieraksts',
      history: 'Ieraksta vēsture',
      file: 'Ieraksta fails',
      list: 'Ierobežotu ierakstu saraksts',
      export: 'Eksports',
    },
    reasons: { vip: 'VIP pacients', accountability: 'Personīgā atbildība' },
  },
}
