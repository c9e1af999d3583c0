import { roleNames } from './user.ar.ts'

/** Views in Arabic. */
export const views = {
  name: 'عرض |||| العروض',
  fields: {
    list: 'القائمة',
    definition: 'ما يعرضه',
    sharedWith: 'مشترك مع',
    defaultFor: 'العرض الأول لـ',
    userId: 'أعدّه',
  },
  values: { sharedWith: roleNames, defaultFor: roleNames },
}
