import { roleNames } from './user.it.ts'

/** Views in Italian. */
export const views = {
  name: 'Vista |||| Viste',
  fields: {
    list: 'Elenco',
    definition: 'Che cosa mostra',
    sharedWith: 'Condivisa con',
    defaultFor: 'Prima vista per',
    userId: 'Creata da',
  },
  values: { sharedWith: roleNames, defaultFor: roleNames },
}
