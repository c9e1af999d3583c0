/** Terms in Italian. */
export const terms = {
  name: 'Voce |||| Voci',
  fields: {
    list: 'Elenco',
    names: 'Nomi',
    nameZh: 'Nome in cinese',
    nameIt: 'Nome in italiano',
    nameLv: 'Nome in lettone',
    position: 'Posto nell’elenco',
    isExcluded: 'Esclusa dai questionari',
  },
  values: { list: { 'service-lines': 'Linee di servizio', subjects: 'Argomenti', departments: 'Reparti' } },
}
