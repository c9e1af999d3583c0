/** Preferences in Latvian. */
export const preferences = {
  name: 'Paneļa izvēle |||| Paneļa izvēles',
  fields: { userId: 'Lietotājs', value: 'Izvēlētais' },
  actions: { keep: { label: 'Izvēlēts' } },
}
