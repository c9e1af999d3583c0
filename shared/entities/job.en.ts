/** Jobs in English. */
export const jobs = {
  name: 'Job |||| Jobs',
  fields: {
    resource: 'List',
    dueAt: 'Waiting since',
    createdBy: 'Made by',
    finishedAt: 'Finished',
    request: 'Request',
    done: 'Done',
    total: 'Of',
    failed: 'Failed',
    errors: 'Errors',
    result: 'Result',
  },
  values: {
    kind: {
      bulk: 'Bulk change',
      import: 'Import',
      'import-check': 'Check of a file',
      export: 'Export',
      'batch-export': 'Batch export',
    },
    status: { queued: 'Queued', running: 'Running', done: 'Done', cancelled: 'Cancelled', failed: 'Failed' },
  },
  actions: { cancel: { label: 'Cancel' } },
}
