/** Preferences in Arabic. */
export const preferences = {
  name: 'اختيار في اللوحة |||| الاختيارات في اللوحة',
  fields: { userId: 'لـ', value: 'ما اختير' },
  actions: { keep: { label: 'تم الاختيار' } },
}
