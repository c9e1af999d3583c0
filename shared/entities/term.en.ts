/** Terms in English. */
export const terms = {
  name: 'Term |||| Terms',
  fields: {
    list: 'List',
    names: 'Names',
    nameZh: 'Name in Chinese',
    nameIt: 'Name in Italian',
    nameLv: 'Name in Latvian',
    position: 'Place in the list',
    isExcluded: 'Left out of surveys',
  },
  values: { list: { 'service-lines': 'Service lines', subjects: 'Subjects', departments: 'Departments' } },
}
