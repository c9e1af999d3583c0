import { profileFigureLabels } from './siteProfile.en.ts'

/** Sites in English. */
export const sites = {
  name: 'Site |||| Sites',
  fields: {
    ...profileFigureLabels,
    profiles: 'Versions of its profile',
    hasOlderProfiles: 'There were versions before',
    seenVersion: 'Version that was seen',
    profileId: 'Version of the profile',
    fromAt: 'Counts from',
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
  actions: {
    'set-profiles': { label: 'Versions of the profile set' },
    digest: { label: 'Digest of overdue cases' },
  },
}
