/** Call lists in English. */
export const callLists = {
  name: 'Call list |||| Call lists',
  fields: {
    listOn: 'Day',
    shares: 'Shares',
    userId: 'Who calls',
    calls: 'Calls',
    unassigned: 'Without anybody',
    late: 'Late',
    summaryAt: 'Week summed up from',
    summarisedAt: 'Week summed up',
    followUpId: 'Follow-up',
    callerId: 'Who calls',
    isKept: 'Stayed with whoever had it',
    isLate: 'Late',
    isLast: 'The last for now',
    week: 'Week',
    planned: 'Were due',
    done: 'Done',
    inWindow: 'In time',
    concerns: 'With concerns',
  },
  actions: {
    share: { label: 'Calls shared' },
    'await-summary': { label: 'Waits for the end of the week' },
    summarise: { label: 'Week summed up' },
  },
}
