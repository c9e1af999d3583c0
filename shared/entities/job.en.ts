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
    undoneBy: 'Undone by',
  },
  values: {
    kind: {
      bulk: 'Bulk change',
      import: 'Import',
      'import-check': 'Check of a file',
      export: 'Export',
      'batch-export': 'Batch export',
      'patient-export': 'Export of a patient',
      erasure: 'Erasure of a patient',
      undo: 'Undo of a change',
    },
    status: { queued: 'Queued', running: 'Running', done: 'Done', cancelled: 'Cancelled', failed: 'Failed' },
  },
  actions: {
    cancel: { label: 'Cancel' },
    undo: { label: 'Undo' },
    wait: { label: 'Waits' },
    resume: { label: 'Begun again' },
    'remove-file': { label: 'File removed with an erased patient' },
  },
}
