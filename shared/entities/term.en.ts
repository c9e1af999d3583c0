/** Terms in English. */
export const terms = {
  name: 'Term |||| Terms',
  fields: {
    list: 'List',
    names: 'Names',
    position: 'Place in the list',
    isExcluded: 'Left out of surveys',
  },
  values: { list: { 'service-lines': 'Service lines', subjects: 'Subjects', departments: 'Departments' } },
}
