import { roleNames } from './user.en.ts'

/** Views in English. */
export const views = {
  name: 'View |||| Views',
  fields: {
    list: 'List',
    definition: 'What it shows',
    sharedWith: 'Shared with',
    defaultFor: 'First view for',
    userId: 'Made by',
  },
  values: { sharedWith: roleNames, defaultFor: roleNames },
}
