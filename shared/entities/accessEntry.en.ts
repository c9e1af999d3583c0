/** Access entries in English. */
export const accessEntries = {
  name: 'Access to a restricted record |||| Access log',
  fields: {
    readAt: 'Read',
    userId: 'Read by',
    way: 'What was read',
    resource: 'List',
    recordId: 'Record',
    reasons: 'Restricted because',
  },
  values: {
    way: {
      record: 'The record',
      history: 'Its history',
      file: 'A file of it',
      list: 'A list of restricted records',
      export: 'An export',
    },
    reasons: { vip: 'VIP patient', accountability: 'Personal accountability' },
  },
}
