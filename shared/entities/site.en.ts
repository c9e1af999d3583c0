/** Sites in English. */
export const sites = {
  name: 'Site |||| Sites',
  fields: {
    timeZone: 'Time zone',
    accent: 'Accent colour',
    calendar: 'Working hours',
    holidays: 'Holidays',
    on: 'Day',
    digestAt: 'Next digest of overdue cases',
    counts: 'Counts',
    ownerId: 'Owner',
    count: 'Count',
    isPart: 'More owners follow',
  },
  actions: { digest: { label: 'Digest of overdue cases' } },
}
