/** Preferences in English. */
export const preferences = {
  name: 'Choice in the panel |||| Choices in the panel',
  fields: { userId: 'Of', value: 'What was chosen' },
  actions: { keep: { label: 'Chosen' } },
}
