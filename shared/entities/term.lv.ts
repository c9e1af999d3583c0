/** Terms in Latvian. */
export const terms = {
  name: 'Klasifikatora vērtība |||| Klasifikatori',
  fields: {
    list: 'Saraksts',
    names: 'Nosaukumi',
    nameZh: 'Nosaukums ķīniešu valodā',
    nameIt: 'Nosaukums itāļu valodā',
    nameLv: 'Nosaukums latviešu valodā',
    position: 'Vieta sarakstā',
    isExcluded: 'Aptaujās neiekļauj',
  },
  values: { list: { 'service-lines': 'Pakalpojumu jomas', subjects: 'Temati', departments: 'Nodaļas' } },
}
