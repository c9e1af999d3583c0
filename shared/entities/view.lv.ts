import { roleNames } from './user.lv.ts'

/** Views in Latvian. */
export const views = {
  name: 'Skats |||| Skati',
  fields: {
    list: 'Saraksts',
    definition: 'Ko rāda',
    sharedWith: 'Kopīgots ar',
    defaultFor: 'Pirmais skats lomai',
    userId: 'Izveidoja',
  },
  values: { sharedWith: roleNames, defaultFor: roleNames },
}
