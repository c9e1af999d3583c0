/** Preferences in Italian. */
export const preferences = {
  name: 'Preferenza del pannello |||| Preferenze del pannello',
  fields: { userId: 'Di', value: 'Che cosa è stato scelto' },
  actions: { keep: { label: 'Scelta fatta' } },
}
