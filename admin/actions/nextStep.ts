/** The step a record waits for, by its status or stage; the page's primary button when this person may take it. */
const next: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  cases: {
    received: 'acknowledge',
    acknowledged: 'investigate',
    investigating: 'assess',
    assessed: 'respond',
    responding: 'resolve',
    'awaiting-patient': 'resolve',
    resolved: 'close',
  },
  'settlement-files': {
    opened: 'request-record',
    'record-requested': 'receive-record',
    'record-received': 'estimate',
    returned: 'estimate',
    estimated: 'verify',
    verified: 'approve',
  },
  batches: { open: 'seal', sealed: 'deliver', delivered: 'acknowledge' },
}

/** The step that comes next for a record, or undefined when none is waited for. */
export const nextStep = (resource: string, record: Readonly<Record<string, unknown>>): string | undefined =>
  next[resource]?.[String(record.status ?? record.stage)]
